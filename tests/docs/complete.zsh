#!/usr/bin/env zsh
# complete.zsh FILE: for each line of standard input, prints what FILE (_dsi) offers at
# its end: one offer a line, and then an empty line. A second zsh, on a pseudo-terminal,
# does the completion. A pipe carries each match that it adds to its list.
zmodload zsh/zpty
local pipe=$(mktemp -u) line offer noise
mkfifo $pipe && exec 3<>$pipe

cat >$pipe.setup <<'SETUP'
PS1= PS2= LISTMAX=100000
unsetopt auto_list auto_menu beep
autoload -Uz compinit && compinit -D -u
bindkey '^U' kill-whole-line
zstyle ':completion:*' completer _complete
compadd() {
  # With -O, -A or -D, compadd only fills arrays. Otherwise it adds matches.
  if [[ ${@[1,(i)(-|--)]} != *-(O|A|D)\ * ]]; then
    local -a _offers
    builtin compadd -A _offers "$@"
    [[ $#_offers == 0 ]] || print -rl -- $_offers >$PIPE
  fi
  builtin compadd "$@"
}
complete_and_end() { zle complete-word; print >$PIPE; }
zle -N complete_and_end
bindkey '^I' complete_and_end
print >$PIPE
SETUP

zpty completing zsh -f -i
zpty -w completing "PIPE=$pipe fpath=(${(q)1:h} \$fpath); source $pipe.setup"
read -r -u 3 offer # ready
while IFS= read -r line; do
  zpty -n -w completing $line$'\t'
  while IFS= read -r -t 5 -u 3 offer && [[ -n $offer ]]; do
    print -r -- ${${offer%%[[:space:]]#}//\\/}
  done
  print
  zpty -n -w completing $'\x15'
  while zpty -r -t completing noise; do done
done
zpty -d completing
rm -f $pipe $pipe.setup
