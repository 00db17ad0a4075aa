# The plan as past sessions correct it.
revise-remark-task = “{ $title }”: skipped every time, in { $of } sessions of { $of }
revise-remark-step = skipped every time, in { $of } sessions of { $of }
revise-remark-down = really down for { $times }; objective missed { $missed } of { $of } times
