"""Recording a report: the act's own form, in the order in which a report is read, beside what it reports on."""
