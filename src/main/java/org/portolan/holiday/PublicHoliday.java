package org.portolan.holiday;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.LocalName;

/** A holiday of a Member, each year or once. */
@Entity
@Table(name = "public_holiday")
class PublicHoliday {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "member_code")
  private String memberCode;

  @Embedded private LocalName name;

  @Column(name = "falls_on")
  private String fallsOn;

  private boolean expected;
  private boolean removed;
  @Version private int version;

  protected PublicHoliday() {}

  PublicHoliday(String memberCode, HolidayEdit edit) {
    this.memberCode = memberCode;
    change(edit);
  }

  /**
   * @throws InvalidHoliday when no day can be found by it, or it has no name
   */
  final void change(HolidayEdit edit) {
    if (!edit.problems().isEmpty()) {
      throw new InvalidHoliday(edit.problems());
    }
    name =
        new LocalName(
            edit.name(Language.EN),
            edit.name(Language.FR),
            edit.name(Language.ES),
            edit.name(Language.AR),
            edit.name(Language.RU),
            edit.name(Language.PT));
    FallsOn rule = FallsOn.of(edit.rule()).orElseThrow();
    fallsOn = rule.text();
    // nobody knows the day before the moon was seen
    expected = edit.expected() || rule.followsMoon();
  }

  void remove() {
    removed = true;
  }

  Long id() {
    return id;
  }

  String memberCode() {
    return memberCode;
  }

  boolean removed() {
    return removed;
  }

  int version() {
    return version;
  }

  String nameIn(Language language) {
    return name.in(language);
  }

  boolean expected() {
    return expected;
  }

  FallsOn rule() {
    return FallsOn.of(fallsOn).orElseThrow();
  }

  List<HolidayDay> between(LocalDate from, LocalDate to) {
    return rule().days(from, to).stream()
        .map(day -> new HolidayDay(memberCode, day, name, expected))
        .toList();
  }

  HolidaySummary summary(LocalDate today) {
    List<LocalDate> ahead = rule().days(today, today.plusYears(5));
    return new HolidaySummary(
        id, memberCode, name, rule(), expected, ahead.isEmpty() ? null : ahead.get(0), version);
  }
}
