package org.portolan.template;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalTime;
import java.util.List;
import org.portolan.approval.Chain;
import org.portolan.calendar.SessionDefaults;
import org.portolan.calendar.Slots;
import org.portolan.calendar.Timing;
import org.portolan.seat.SeatRules;

/** What the sessions of a course usually are, with the rules by which their seats are given. */
@Entity
@Table(name = "session_template")
class SessionTemplate {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "course_id")
  private long courseId;

  private String timing;
  private Integer days;

  @Column(name = "day_start")
  private LocalTime dayStart;

  @Column(name = "day_end")
  private LocalTime dayEnd;

  /** By the numbers of their days; null where it is held each day at the same hours. */
  private String slots;

  private String venue;
  private String room;
  private boolean online;
  private int seats;
  private String languages;
  private String approval;

  /** The body that pays, or null. */
  @Column(name = "donor_code")
  private String donorCode;

  @Column(name = "seat_rules")
  private String seatRules;

  @Version private int version;

  protected SessionTemplate() {}

  SessionTemplate(long courseId) {
    this.courseId = courseId;
  }

  /** Takes what was found to be without fault; seats are held until a day, so it holds none. */
  void take(SessionDefaults sessions, SeatRules rules) {
    timing = sessions.timing().code();
    days = sessions.days();
    dayStart = sessions.start();
    dayEnd = sessions.end();
    slots = sessions.slots().everyDay() ? null : sessions.slots().numbered();
    venue = sessions.venue();
    room = sessions.room();
    online = sessions.online();
    seats = sessions.seats();
    languages = String.join(" ", sessions.languages());
    approval = sessions.approval().text();
    donorCode = sessions.donor();
    seatRules = rules.withoutHolds().fitted(seats, Timing.NEVER, true).text();
  }

  /** Another after each change, and where it was kept anew after it was removed. */
  String version() {
    return id + "." + version;
  }

  SessionDefaults sessions() {
    return new SessionDefaults(
        Timing.of(timing).orElseThrow(),
        days,
        dayStart,
        dayEnd,
        Slots.readNumbered(slots).orElseThrow(),
        venue,
        room,
        online,
        seats,
        languages.isEmpty() ? List.of() : List.of(languages.split(" ")),
        Chain.read(approval).orElseThrow(),
        donorCode);
  }

  /** Of a session that never begins: whoever uses them fits them to one that does. */
  SeatRules rules() {
    return SeatRules.of(seatRules);
  }
}
