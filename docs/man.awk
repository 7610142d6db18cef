# scdoc begins a paragraph before each heading and each end of an indent; mandoc warns of
# that. The first is left out, the second comes behind the end.
/^\.P$/ { paragraph = 1; next }
/^\.(SH|SS|TS)/ { paragraph = 0 }
paragraph && !heading && !/^\.RE/ { print ".P"; paragraph = 0 }
{ print; heading = /^\.(SH|SS|TH)/ }
heading || !/^\.RE/ { paragraph = 0 }
