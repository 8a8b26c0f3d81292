package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portolan.enrolment.WaitingDigest.ForSession;
import org.portolan.enrolment.WaitingDigest.Waits;
import org.portolan.enrolment.WaitingLetterRows.Reader;
import org.portolan.enrolment.WaitingLetterRows.Told;
import org.portolan.office.Mandates;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.people.Profiles;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.Dates;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.LocalName;
import org.portolan.platform.mail.Letter;
import org.portolan.platform.mail.Outbox;
import org.portolan.platform.security.Role;
import org.portolan.region.BodyKind;
import org.portolan.region.BodySummary;
import org.portolan.region.Directory;

/**
 * The daily letters to those who decide: what waits for their office, where something does of which
 * they have not read. However many offices there are, each kind of record takes one statement.
 */
@ApplicationScoped
class WaitingLetters {
  /** More than that nobody reads; the rest is a number. */
  private static final int SESSIONS_SHOWN = 20;

  private static final int KEPT_DAYS = 60;

  @Inject private WaitingLetterRows letterRows;
  @Inject private ApplicationRows rows;
  @Inject private Mandates mandates;
  @Inject private Directory directory;
  @Inject private People people;
  @Inject private Profiles profiles;
  @Inject private Outbox outbox;
  @Inject private Installation installation;
  @Inject private Clock clock;

  /** An office as it is known in the directory. */
  private record Known(LocalName name, String zone) {}

  /** One letter to be written. */
  private record Due(Reader reader, WaitingDigest digest, PersonSummary person) {}

  /**
   * Writes what is due now: at once for all offices whose day has begun and that were not looked at
   * on it. One node at a time may.
   *
   * @return how many letters
   */
  @Transactional
  int write() {
    Instant now = clock.instant();
    Map<DecidingOffice, Known> offices = offices();
    Map<Reader, Told> told = letterRows.told();
    Map<Reader, LocalDate> readers = readers(offices, told, now);
    if (readers.isEmpty()) {
      return 0;
    }
    Set<Long> everybody = readers.keySet().stream().map(Reader::person).collect(Collectors.toSet());
    Map<DecidingOffice, List<Waits>> waits =
        letterRows
            .waits(
                readers.keySet().stream().map(Reader::office).collect(Collectors.toSet()),
                everybody,
                now)
            .stream()
            .collect(Collectors.groupingBy(Waits::office));
    Map<Reader, Told> looked = new HashMap<>();
    Map<Reader, WaitingDigest> news = new LinkedHashMap<>();
    readers.forEach(
        (reader, day) -> {
          Instant until = told.containsKey(reader) ? told.get(reader).until() : null;
          Optional<WaitingDigest> digest =
              WaitingDigest.of(
                  waits.getOrDefault(reader.office(), List.of()), reader.person(), until);
          digest.ifPresent(each -> news.put(reader, each));
          looked.put(reader, new Told(day, digest.map(WaitingDigest::newest).orElse(until)));
        });
    int written = post(news, offices);
    letterRows.keep(looked);
    letterRows.forget(LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(KEPT_DAYS));
    return written;
  }

  private Map<DecidingOffice, Known> offices() {
    Map<DecidingOffice, Known> offices = new HashMap<>();
    directory
        .members()
        .forEach(
            each ->
                offices.put(
                    DecidingOffice.of(Role.COORDINATOR, each.code()),
                    new Known(each.name(), each.zone())));
    directory
        .trainingCentres()
        .forEach(
            each ->
                offices.put(
                    DecidingOffice.of(Role.CENTRE, each.code()),
                    new Known(each.name(), each.zone())));
    for (BodySummary each : directory.bodies()) {
      if (each.kind() == BodyKind.DONOR) {
        offices.put(
            DecidingOffice.of(Role.DONOR, each.code()), new Known(each.name(), each.zone()));
      }
    }
    return offices;
  }

  /** Those whose office has begun a day on which nobody looked for them, with that day. */
  private Map<Reader, LocalDate> readers(
      Map<DecidingOffice, Known> offices, Map<Reader, Told> told, Instant now) {
    Map<DecidingOffice, LocalDate> begun = new HashMap<>();
    offices.forEach(
        (office, known) ->
            new OfficeMorning(known.zone()).day(now).ifPresent(day -> begun.put(office, day)));
    Map<Reader, LocalDate> readers = new LinkedHashMap<>();
    for (Role role : List.of(Role.COORDINATOR, Role.CENTRE, Role.DONOR)) {
      List<String> codes =
          begun.keySet().stream()
              .filter(office -> office.role() == role)
              .map(DecidingOffice::code)
              .sorted()
              .toList();
      Map<String, Set<Long>> holders = mandates.holders(role, DecidingOffice.kind(role), codes);
      for (String code : codes) {
        DecidingOffice office = DecidingOffice.of(role, code);
        LocalDate day = begun.get(office);
        for (long person : holders.getOrDefault(code, Set.of())) {
          Reader reader = new Reader(office, person);
          if (!told.containsKey(reader) || told.get(reader).lookedOn().isBefore(day)) {
            readers.put(reader, day);
          }
        }
      }
    }
    return readers;
  }

  private int post(Map<Reader, WaitingDigest> news, Map<DecidingOffice, Known> offices) {
    if (news.isEmpty()) {
      return 0;
    }
    Set<Long> ids = news.keySet().stream().map(Reader::person).collect(Collectors.toSet());
    Map<Long, PersonSummary> persons = people.byIds(ids);
    Map<Long, String> zones = profiles.zones(ids);
    List<Due> due = new ArrayList<>();
    news.forEach(
        (reader, digest) -> {
          PersonSummary person = persons.get(reader.person());
          if (person != null && Letter.reachable(person.email())) {
            due.add(new Due(reader, digest, person));
          }
        });
    Map<Language, Map<Long, OfferedSession>> sessions = sessions(due);
    List<Letter> letters =
        due.stream()
            .map(
                each -> {
                  Known office = offices.get(each.reader().office());
                  ZoneId zone =
                      zones.containsKey(each.person().id())
                          ? ZoneId.of(zones.get(each.person().id()))
                          : new OfficeMorning(office.zone()).where();
                  return letter(each, office, zone, sessions.get(language(each.person())));
                })
            .toList();
    outbox.postAll(letters);
    return letters.size();
  }

  /** The sessions of which the letters tell, once in each language of their readers. */
  private Map<Language, Map<Long, OfferedSession>> sessions(Collection<Due> due) {
    Map<Language, Set<Long>> wanted = new EnumMap<>(Language.class);
    for (Due each : due) {
      shown(each.digest())
          .forEach(
              line ->
                  wanted
                      .computeIfAbsent(language(each.person()), any -> new HashSet<>())
                      .add(line.session()));
    }
    Map<Language, Map<Long, OfferedSession>> sessions = new EnumMap<>(Language.class);
    wanted.forEach(
        (language, ids) ->
            sessions.put(
                language,
                rows.sessions(ids, language).stream()
                    .collect(Collectors.toMap(OfferedSession::id, Function.identity()))));
    return sessions;
  }

  private static List<ForSession> shown(WaitingDigest digest) {
    return digest.sessions().subList(0, Math.min(SESSIONS_SHOWN, digest.sessions().size()));
  }

  private Letter letter(Due due, Known office, ZoneId zone, Map<Long, OfferedSession> sessions) {
    Language language = language(due.person());
    Dates dates = new Dates(language);
    WaitingDigest digest = due.digest();
    Letter letter =
        Letter.of("enrolment.letter.waiting", due.person().email(), language)
            .person(due.person().id())
            .greeting(due.person().name())
            .subject(digest.total())
            .paragraph(
                "enrolment.letter.waiting.body",
                digest.total(),
                office.name().in(language),
                dates.date(LocalDate.ofInstant(digest.oldest(), zone)));
    if (digest.due() != null) {
      letter.paragraph(
          digest.due().isBefore(clock.instant())
              ? "enrolment.letter.waiting.late"
              : "enrolment.letter.waiting.due",
          dates.moment(digest.due(), zone.getId()),
          zone.getId());
    }
    List<ForSession> shown = shown(digest);
    for (ForSession each : shown) {
      OfferedSession session = sessions.get(each.session());
      letter.paragraph(
          "enrolment.letter.waiting.session",
          each.count(),
          session.title(),
          session.centre(),
          dates.days(session.firstDay(), session.lastDay()));
    }
    if (shown.size() < digest.sessions().size()) {
      letter.paragraph("enrolment.letter.waiting.more", digest.sessions().size() - shown.size());
    }
    return letter
        .paragraph("enrolment.letter.waiting.calm")
        .link("enrolment.letter.deciding.open", installation.baseUrl() + "/desk/decisions");
  }

  private static Language language(PersonSummary person) {
    return Language.of(person.language()).orElse(Language.EN);
  }
}
