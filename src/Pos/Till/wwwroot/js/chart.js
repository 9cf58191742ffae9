// Charts. The library is large, so it comes only when the first chart is drawn; it is a classic script that names itself echarts.
import '../lib/echarts.common.min.js';

const drawn = new Map();
const light = { ink: '#17242a', soft: '#4d5a5c', line: '#d3ccba', card: '#fdfcf8', bars: ['#0a666c', '#d08c1d', '#7a5a86', '#5b8c3a', '#a4504a', '#4a6fa5'] };
const dark = { ink: '#f0ebde', soft: '#b4c0bd', line: '#2c4146', card: '#15262a', bars: ['#5cc4be', '#f2b53c', '#c3a3d1', '#a5cf84', '#e79a92', '#9cbbe6'] };
const night = matchMedia('(prefers-color-scheme: dark)');
night.addEventListener('change', () => drawn.forEach((figures, frame) => stackedBars(frame, figures)));

export function stackedBars(frame, figures) {
  const chart = globalThis.echarts.getInstanceByDom(frame) ?? open(frame);
  drawn.set(frame, figures);
  chart.setOption(options(figures, night.matches ? dark : light), { notMerge: true });
}

export function clear(frame) {
  drawn.delete(frame);
  globalThis.echarts.getInstanceByDom(frame)?.dispose();
}

function open(frame) {
  const chart = globalThis.echarts.init(frame);
  new ResizeObserver(() => chart.isDisposed() || chart.resize()).observe(frame);
  return chart;
}

// The tooltip is drawn on the canvas: as markup it would need inline styles, which the page does not allow.
function options({ labels, series, unit, sum }, colours) {
  const yen = value => Number(value).toLocaleString('en-US');
  return {
    color: colours.bars,
    animationDuration: 250,
    // A canvas does not inherit.
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: colours.ink },
    legend: { bottom: 0, textStyle: { color: colours.ink, fontSize: 14 } },
    grid: { left: 8, right: 8, top: 32, bottom: 36, containLabel: true },
    tooltip: {
      trigger: 'axis', axisPointer: { type: 'shadow' }, renderMode: 'richText',
      backgroundColor: colours.card, borderColor: colours.line, textStyle: { color: colours.ink },
      formatter: bars => [bars[0].name, ...bars.map(bar => `${bar.seriesName}  ${yen(bar.value)}`),
        `${sum}  ${yen(bars.reduce((all, bar) => all + bar.value, 0))} ${unit}`].join('\n'),
    },
    xAxis: { type: 'category', data: labels, axisLabel: { color: colours.soft, fontSize: 13 }, axisLine: { lineStyle: { color: colours.line } }, axisTick: { show: false } },
    yAxis: { type: 'value', name: unit, nameTextStyle: { color: colours.soft, align: 'right', fontSize: 13 }, axisLabel: { color: colours.soft, fontSize: 13, formatter: yen }, splitLine: { lineStyle: { color: colours.line } } },
    series: series.map(({ name, values }) => ({ name, type: 'bar', stack: 'all', barMaxWidth: 48, data: values })),
  };
}
