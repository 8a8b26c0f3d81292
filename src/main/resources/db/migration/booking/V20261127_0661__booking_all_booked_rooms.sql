-- Sessions with several rooms were placed in the first of them alone: now in the first three of those that lie together,
-- in the order in which they were booked, as whatever was booked since.
SET SESSION group_concat_max_len = 100000;

UPDATE training_session s
  JOIN (SELECT b.session_id, MIN(b.id) AS booking_id
          FROM resource_booking b JOIN resource r ON r.id = b.resource_id AND r.kind = 'room'
         WHERE b.session_id IS NOT NULL AND b.state = 'held' GROUP BY b.session_id) f ON f.session_id = s.id
  JOIN resource_booking first_booking ON first_booking.id = f.booking_id
  JOIN resource first_room ON first_room.id = first_booking.resource_id
  JOIN (SELECT b.session_id, COALESCE(r.root_id, r.id) AS root, COUNT(*) AS amount,
               GROUP_CONCAT(r.name ORDER BY b.id SEPARATOR '\n') AS names
          FROM resource_booking b JOIN resource r ON r.id = b.resource_id AND r.kind = 'room'
         WHERE b.session_id IS NOT NULL AND b.state = 'held'
         GROUP BY b.session_id, COALESCE(r.root_id, r.id)) a
    ON a.session_id = s.id AND a.root = COALESCE(first_room.root_id, first_room.id)
  LEFT JOIN resource o ON o.id = first_room.part_of AND o.kind = 'building'
  SET s.booked_room = CONCAT(CASE WHEN o.id IS NULL THEN '' ELSE CONCAT(o.name, ', ') END,
                             REPLACE(SUBSTRING_INDEX(a.names, '\n', 3), '\n', ', ')),
      s.version = s.version + 1
  WHERE a.amount > 1;
