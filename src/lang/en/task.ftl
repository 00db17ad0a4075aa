# Tasks.

# Actions on the screen.
action-tick-task = Complete the task, or reopen it
action-tick-task-hint = complete
action-start-task = Start the task
action-start-task-hint = start
action-block-task = Block the task, with a reason
action-block-task-hint = block
action-unblock-task = Unblock the task
action-skip-task = Skip the task, with a reason
action-reopen-task = Reopen the task
action-assign-task = Assign the task
action-assign-task-hint = assign
action-take-task = Take the task
action-take-task-hint = take
action-comment-task = Comment on the task
action-comment-task-hint = comment
action-retitle-task = Rename the task
action-add-task = Add a task

# Forms and questions.
ask-comment = Comment on the task
ask-block = Block the task
ask-skip-task = Skip the task
ask-retitle-task = Rename the task
ask-add-task = New task
ask-missing = What is blocking it?
ask-assign = Assign “{ $task }”
ask-no-task = No task selected.
ask-done-comment = You { $text }
ask-task = Task
ask-task-state = { $state }: { $reason }
ask-comments = Comments
ask-task-keys = Available actions
ask-alarm-task = The task “{ $task }” has exceeded its planned time.

# In the log.
log-task-added = added the task “{ $task }” ({ $role })
log-task-started = started “{ $task }”
log-task-done = completed “{ $task }”
log-task-blocked = blocked “{ $task }”
log-task-unblocked = unblocked “{ $task }”
log-task-skipped = skipped “{ $task }”
log-task-reopened = reopened “{ $task }”
log-task-assigned = assigned “{ $task }” to { $person }
log-task-taken = took “{ $task }”
log-task-unassigned = unassigned “{ $task }”
log-task-retitled = renamed a task to “{ $title }”
log-task-commented = commented on “{ $task }”: { $text }

# Help of the command line.
cli-task = Manage tasks
cli-task-list = List tasks
cli-task-start = Start a task
cli-task-done = Complete a task
cli-task-block = Block a task, with a reason
cli-task-unblock = Unblock a task
cli-task-skip = Skip a task, with a reason
cli-task-reopen = Reopen a completed or skipped task
cli-task-assign = Assign a task, or take it
cli-task-add = Add a task to a phase
cli-task-retitle = Rename a task
cli-task-comment = Comment on a task
cli-task-add--phase = Phase ID or number; by default the running phase
cli-task-assign--person = Person; by default yourself
cli-task-list--person = Only this person's tasks

# Output of commands.
verb-no-tasks = No matching tasks.
count-done = { $count } done
count-doing = { $count } in progress
count-blocked = { $count } blocked
count-todo = { $count } to do
count-skipped = { $count } skipped
