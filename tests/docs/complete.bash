#!/usr/bin/env bash
# complete.bash FILE: for each line of standard input, prints what FILE's completion
# offers at its end. It prints one offer a line, and then an empty line. File names,
# which readline would add itself, are "<files>".
# shellcheck source=/dev/null
source "$1"

offers_files=''
compopt() { [[ $* != '-o default' ]] || offers_files=1; }

# Cuts a line as readline does: at blanks, and around each '=' and ':'.
cut_line() {
  local rest=${1//=/ = }
  rest=${rest//:/ : }
  read -ra COMP_WORDS <<<"$rest"
  [[ $rest != *' ' || ${COMP_WORDS[-1]} == [=:] ]] || COMP_WORDS+=('')
  COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
}

while IFS= read -r line; do
  offers_files='' COMPREPLY=()
  cut_line "$line"
  _dsi dsi "${COMP_WORDS[-1]}" "${COMP_WORDS[-2]}"
  [[ ${#COMPREPLY[@]} -eq 0 ]] || printf '%s\n' "${COMPREPLY[@]}"
  [[ -z $offers_files ]] || echo '<files>'
  echo
done
