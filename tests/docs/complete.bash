#!/usr/bin/env bash
# complete.bash FILE: for each line of standard input what FILE's completion offers at its
# end, one offer a line, and an empty line. Readline's own file names are "<files>".
# shellcheck source=/dev/null
source "$1"

offers_files=''
compopt() { [[ $* != '-o default' ]] || offers_files=1; }

# As readline cuts a line: at blanks, and around each '=' and ':'.
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
