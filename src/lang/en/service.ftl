# Services.

# Actions on the screen.
action-add-service = Add a service
action-add-service-hint = add
action-set-service = Change a service's state
action-set-service-hint = state
action-set-restore-point = Record a service's restore point
action-set-restore-point-hint = restore point

# Forms and questions.
ask-add-service = New service
ask-priority = Priority
ask-health = State
ask-rto = RTO
ask-rpo = RPO
ask-rto-hint = optional: recovery time, e.g. 4h
ask-rpo-hint = optional: allowed data loss, e.g. 1h
ask-no-service = No services are tracked; add one first.
ask-alarm-service = The service “{ $service }” has exceeded its recovery time objective.

# In the log.
log-service-added = added the service “{ $service }” ({ $health })
log-service-set = { $health ->
    [up] marked “{ $service }” as up
    [degraded] marked “{ $service }” as degraded
   *[down] marked “{ $service }” as down
}
log-restore-point = recorded the restore point of “{ $service }”: { $time }

# Help of the command line.
cli-service = Manage services and their state
cli-service-list = List services
cli-service-add = Add a service
cli-service-set = Set a service's state
cli-service-point = Record a service's restore point

# Output of commands.
verb-no-such-service = No such service: “{ $name }”. See the list (warroom service list).
verb-no-services = No services. Add one: warroom service add NAME
