namespace Tourism.Browser.Tests;

/// <summary>What a camera could see of a code: drawn in the browser, written as the video that Chromium's fake camera plays.</summary>
internal static class CameraFrames
{
    private const int Width = 1280;
    private const int Height = 720;

    /// <summary>Draws the image with <paramref name="testId"/> as somebody holds it before the camera. The canvas of <paramref name="draw"/> is called <c>g</c>.</summary>
    public static async Task<byte[]> DrawAsync(Window window, string testId, string draw) => Convert.FromBase64String(await window[testId].EvaluateAsync<string>($$"""
        async image => {
          const canvas = new OffscreenCanvas({{Width}}, {{Height}});
          const g = canvas.getContext('2d');
          g.fillStyle = '#777';
          g.fillRect(0, 0, {{Width}}, {{Height}});
          g.translate({{Width / 2}}, {{Height / 2}});
          const code = size => g.drawImage(image, -size / 2, -size / 2, size, size);
          {{draw}}
          const { data } = g.getImageData(0, 0, {{Width}}, {{Height}});
          const grey = new Uint8Array({{Width * Height}});
          for (let at = 0; at < grey.length; at++) grey[at] = (data[4 * at] + data[4 * at + 1] + data[4 * at + 2]) / 3;
          let text = '';
          for (let at = 0; at < grey.length; at += 8192) text += String.fromCharCode(...grey.subarray(at, at + 8192));
          return btoa(text);
        }
        """));

    /// <summary>A grey picture as a short Y4M film.</summary>
    public static async Task WriteAsync(string file, byte[] grey)
    {
        var colourless = new byte[Width * Height / 2];
        Array.Fill(colourless, (byte)128);
        await using var film = File.Create(file);
        await film.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"YUV4MPEG2 W{Width} H{Height} F10:1 Ip A1:1 C420jpeg\n"));
        for (var frame = 0; frame < 3; frame++)
        {
            await film.WriteAsync("FRAME\n"u8.ToArray());
            await film.WriteAsync(grey);
            await film.WriteAsync(colourless);
        }
    }
}
