-- Sessions that have booked rooms so far are held there: the first of them, with its building.
UPDATE training_session s
  JOIN (SELECT session_id, MIN(b.id) AS booking_id
          FROM resource_booking b JOIN resource r ON r.id = b.resource_id AND r.kind = 'room'
         WHERE b.session_id IS NOT NULL AND b.state = 'held' GROUP BY session_id) f ON f.session_id = s.id
  JOIN resource_booking b ON b.id = f.booking_id
  JOIN resource r ON r.id = b.resource_id
  LEFT JOIN resource o ON o.id = r.part_of AND o.kind = 'building'
  LEFT JOIN resource v ON v.id = r.root_id AND v.kind = 'venue'
  SET s.booked_venue = COALESCE(v.name, ''),
      s.booked_room = CASE WHEN o.id IS NULL THEN r.name ELSE CONCAT(o.name, ', ', r.name) END,
      s.version = s.version + 1;
