# Time relative to raw yajl, with a bar for each contestant. `./dev bench --plot` runs it
# after ratios.py. Bars begin at 1: a bar that goes down is faster than the baseline.
data = "build/bench/ratios.tsv"
stats data using 1 nooutput
contestants = STATS_blocks - 1
stats data index 0 using 1 nooutput
jobs = STATS_records
half = 0.04 # of a bar

set terminal svg size 1480,560 font "DejaVu Sans,12" background "white"
set output "bench/ratios.svg"
set title "Time of one operation relative to raw yajl (log scale, lower is better)\n{/*0.8 yajl: empty callbacks, or yajl\\_gen reused, without validation; the others fill the same structs and validate}"
set logscale y 2
set yrange [0.09:48]
set ytics ("1/8" 0.125, "1/4" 0.25, "1/2" 0.5, "yajl" 1, "2×" 2, "4×" 4, "8×" 8, "16×" 16, "32×" 32)
set xrange [-0.55:jobs - 0.45]
set grid ytics lc rgb "#dddddd"
set key outside right top vertical Left reverse samplen 1.5 spacing 1.2
set style fill solid noborder
set arrow from graph 0, first 1 to graph 1, first 1 nohead lc rgb "#333333" front

array colours[14] = ["#1b4f9c", "#6fa8e8", "#3c7dd0", "#d95f02", "#f2b27a", "#7a5195", "#2a9d5c", \
  "#8c8c8c", "#b8860b", "#e0c060", "#c2255c", "#5c5c5c", "#a0a0a0", "#000000"]
label(ratio) = sprintf(ratio < 1 ? "%.2f" : ratio < 10 ? "%.1f" : "%.0f", ratio)

plot data index 0 using 1:(1):xticlabels(2) with points pt 0 notitle, \
  for [i=1:contestants] data index i using \
    1:(1):($1 - half):($1 + half):($2 < 1 ? $2 : 1):($2 < 1 ? 1 : $2) \
    with boxxyerror lc rgb colours[i] title columnheader(1), \
  for [i=1:contestants] data index i using \
    1:($2 < 1 ? $2 / 1.26 : $2 * 1.21):(label($2)) \
    with labels rotate by 90 font ",9" notitle
