# Durations as typed.
planned-unreadable = “{ $text }” is not a duration: use 45m, 1h30, 2h or 45m..1h30
planned-no-unit = “{ $text }” has no unit: use { $text }m or { $text }h
planned-upside-down = the minimum exceeds the maximum: enter the shorter time first
planned-nothing = the duration is zero: enter at least 1s
planned-too-long = the duration exceeds a year: enter a shorter one
