package org.portolan.enrolment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Texts;
import org.portolan.seat.Hold;
import org.portolan.seat.Quota;
import org.portolan.seat.SeatRules;

/** Says in words by which rules seats are given. */
@RequestScoped
class RuleWords {
  @Inject private HindranceWords groups;
  @Inject private Formats formats;
  @Inject private Texts texts;

  /**
   * A phrase for each part that says something.
   *
   * @param zone in which the session tells its hours
   */
  List<String> phrases(SeatRules rules, String zone) {
    List<String> phrases = new ArrayList<>();
    phrases.add(texts.of("enrolment.ledger.rules.seats", rules.capacity()));
    if (rules.margin() > 0) {
      phrases.add(texts.of("enrolment.ledger.rules.margin", rules.margin()));
    }
    if (rules.queue() > 0) {
      phrases.add(texts.of("enrolment.ledger.rules.queue", rules.queue()));
      phrases.add(
          rules.offer().isZero()
              ? texts.get("enrolment.ledger.rules.at-once")
              : texts.of("enrolment.ledger.rules.offer", rules.offer().toHours()));
    }
    if (!rules.quiet().isZero()) {
      phrases.add(texts.of("enrolment.ledger.rules.quiet", rules.quiet().toDays()));
    }
    for (Quota quota : rules.quotas()) {
      phrases.add(
          texts.of2("enrolment.ledger.rules.quota", groups.name(quota.group()), quota.most()));
    }
    for (Hold hold : rules.holds()) {
      phrases.add(hold(hold, zone));
    }
    if (!rules.open()) {
      phrases.add(texts.get("enrolment.ledger.rules.closed"));
    }
    return phrases;
  }

  String hold(Hold hold, String zone) {
    return texts.of3(
        "enrolment.ledger.rules.hold",
        groups.name(hold.group()),
        hold.seats(),
        formats.moment(hold.until(), zone));
  }
}
