package org.portolan.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.calendar.SessionDefaults;
import org.portolan.calendar.Slots;
import org.portolan.calendar.Timing;
import org.portolan.seat.Group;
import org.portolan.seat.Quota;
import org.portolan.seat.SeatRules;

class SessionTemplateTest {
  @Test
  void whatItTookItGives() {
    SessionDefaults sessions =
        new SessionDefaults(
            Timing.DATED,
            5,
            LocalTime.of(8, 30),
            LocalTime.of(16, 0),
            "Main hall",
            "Room 2",
            true,
            20,
            List.of("fr", "pt"),
            Chain.read("supervisor:5 donor").orElseThrow(),
            "DONOR");
    SeatRules rules =
        new SeatRules(
            20,
            2,
            7,
            Duration.ofHours(48),
            Duration.ofDays(3),
            Timing.NEVER,
            true,
            List.of(new Quota(Group.LEAST_DEVELOPED, 9)),
            List.of());
    SessionTemplate template = new SessionTemplate(1);
    template.take(sessions, rules);
    assertThat(template.sessions()).isEqualTo(sessions);
    assertThat(template.rules()).isEqualTo(rules);

    SessionDefaults inSlots =
        sessions.withSlots(
            Slots.readNumbered("1 09:00-12:00 14:00-17:00; 3 09:00-12:30").orElseThrow());
    template.take(inSlots, rules);
    assertThat(template.sessions()).isEqualTo(inSlots);
    assertThat(inSlots.days()).isEqualTo(3);
    assertThat(inSlots.end()).isEqualTo(LocalTime.of(17, 0));
  }

  @Test
  void nothingIsHeldForAnybody() {
    SeatRules plain = SeatRules.plain(24, Timing.NEVER);
    SessionTemplate template = new SessionTemplate(1);
    template.take(
        SessionDefaults.HOUSE,
        plain.holding(Group.LEAST_DEVELOPED, 5, Timing.NEVER.minusSeconds(60)));
    assertThat(template.rules()).isEqualTo(plain);
  }

  @Test
  void whatIsLeftOpenStaysOpen() {
    SessionTemplate template = new SessionTemplate(1);
    template.take(SessionDefaults.HOUSE, SeatRules.plain(24, Timing.NEVER));
    assertThat(template.sessions()).isEqualTo(SessionDefaults.HOUSE);
    assertThat(template.rules()).isEqualTo(SeatRules.plain(24, Timing.NEVER));
  }
}
