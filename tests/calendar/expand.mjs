// What ical.js reads of a calendar file: a line of JSON each in, a line of JSON with the times in UTC out.
import { createInterface } from "node:readline";

const { default: ICAL } = await import("file://" + process.argv[2]);

function told(time) {
  if (time.isDate) return time.toString();
  return time.convertToZone(ICAL.Timezone.utcTimezone).toString();
}

function times(file, days) {
  // Else a zone would stay as the file before described it.
  ICAL.TimezoneService.reset();
  const calendar = new ICAL.Component(ICAL.parse(file));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  const events = calendar.getAllSubcomponents("vevent").map((part) => new ICAL.Event(part));
  const whole = events.find((event) => !event.isRecurrenceException());
  events.filter((event) => event.isRecurrenceException()).forEach((event) => whole.relateException(event));
  if (!whole.isRecurring()) return [told(whole.startDate)];
  const end = whole.startDate.clone();
  end.adjust(days, 0, 0, 0);
  const found = [];
  const single = whole.iterator();
  for (let day = single.next(); day && day.compare(end) < 0; day = single.next()) {
    found.push(told(whole.getOccurrenceDetails(day).startDate));
  }
  return found;
}

for await (const line of createInterface({ input: process.stdin })) {
  const { file, days } = JSON.parse(line);
  console.log(JSON.stringify(times(file, days)));
}
