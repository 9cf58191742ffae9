namespace Tourism.Pos.Shared.Wire;

/// <summary>What becomes of letters in an installation.</summary>
public enum MailUse
{
    /// <summary>They are handed to the mail server.</summary>
    Sent,

    /// <summary>A screen shows what would have been sent (Demo and Training without a mail server).</summary>
    Shown,
}

/// <summary>Sends a one-time link to the person's own mail address. Like every new link it makes the earlier one and the present password void.</summary>
/// <param name="Language"><c>ja</c> or <c>en</c>.</param>
/// <param name="ForgetSecondFactor">The phone is lost: they set up another.</param>
public sealed record LetterRequest(string Language, bool ForgetSecondFactor = false);

/// <summary>Where a letter stands.</summary>
public enum LetterState
{
    /// <summary>To be sent, now or at its next try.</summary>
    Waiting,

    /// <summary>The mail server has it.</summary>
    Sent,

    /// <summary>Not sent but shown on a screen.</summary>
    Shown,

    /// <summary>Given up.</summary>
    Dead,
}

/// <summary>Why a letter did not leave.</summary>
public enum LetterTrouble
{
    /// <summary>Nobody answers at the mail server, or not in time.</summary>
    Unreachable,

    /// <summary>The mail server's certificate is not to be trusted, or it speaks no TLS there.</summary>
    NotTrusted,

    /// <summary>The mail server does not take user and password.</summary>
    WrongPassword,

    /// <summary>The mail server does not take the sender.</summary>
    SenderRefused,

    /// <summary>The mail server does not take the recipient.</summary>
    RecipientRefused,

    /// <summary>The mail server does not take the letter.</summary>
    Refused,
}

/// <summary>A letter, without what it says: its link may open an account.</summary>
/// <param name="Id">It; also its Message-ID.</param>
/// <param name="CreatedAt">When it was written.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Tries">How often it was handed over.</param>
/// <param name="EndedAt">When it left or was given up.</param>
/// <param name="Trouble">What went wrong last.</param>
public sealed record LetterView(Guid Id, DateTime CreatedAt, LetterState State, int Tries, DateTime? EndedAt = null, LetterTrouble? Trouble = null);

/// <summary>A letter as it would have been sent (Demo and Training only).</summary>
/// <param name="Id">It.</param>
/// <param name="CreatedAt">When it was written.</param>
/// <param name="To">Mail address.</param>
/// <param name="Subject">Subject.</param>
/// <param name="Text">Plain text; an address in it stands on a line of its own.</param>
public sealed record ShownLetterView(Guid Id, DateTime CreatedAt, string To, string Subject, string Text);
