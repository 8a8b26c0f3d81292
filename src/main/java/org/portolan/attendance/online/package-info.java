/**
 * Where a session is joined online: told to those who hold its seats, to its trainers and to its
 * centre, and to nobody else. Owns online_room; fires {@link
 * org.portolan.attendance.online.OnlineRoomChanged}.
 */
package org.portolan.attendance.online;
