# The plan for a date, in a full notebook alone.
plan-title = Plan
plan-say-what = Up to three things, in your order
plan-thing = Thing { $count }
plan-up = Move up thing { $count }
plan-down = Move down thing { $count }
plan-other = Something else that helps
