# complete.fish FILE: for each line of standard input, prints what FILE's completion
# offers at its end: one offer a line, and then an empty line.
source $argv[1]
while read -l line
    complete -C "$line" | string replace -r '\t.*' ''
    echo
end
