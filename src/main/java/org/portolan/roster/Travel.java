package org.portolan.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.portolan.enrolment.ApplicationDetail;
import org.portolan.enrolment.ApplicationSummary;
import org.portolan.enrolment.EnrolmentService;
import org.portolan.enrolment.OfferedSession;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.audit.Deed;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.TypedLine;
import org.portolan.seat.ApplicationState;

/**
 * What people with a seat tell the centre for their visa and journey. They tell it only once they
 * have the seat, and only the people of the centre read it: no administrator, no coordinator, no
 * donor.
 */
@ApplicationScoped
public class Travel {
  @Inject private Rosters rosters;
  @Inject private EnrolmentService enrolment;
  @Inject private TravelRows rows;
  @Inject private TravelReaders readers;
  @Inject private AuditTrail audit;
  @Inject private CurrentPerson me;

  /** What a session of one's own centre asks, and who told what. */
  @Transactional
  public TravelList find(long sessionId, Language reader) {
    Participants participants = rosters.find(sessionId, reader);
    boolean readable = readers.reads(participants.session());
    return new TravelList(
        participants.session(),
        rows.ask(sessionId),
        participants.all().stream()
            .filter(each -> each.state() == ApplicationState.APPROVED)
            .toList(),
        readable,
        readable ? rows.ofSession(sessionId) : Map.of());
  }

  /** Says what a session of one's own centre asks from now on. */
  @Transactional
  public void ask(long sessionId, TravelAsk ask) {
    OfferedSession session = rosters.find(sessionId, Language.EN).session();
    if (ask.perDiem().length() > TravelAsk.LONGEST_PER_DIEM) {
      throw new IllegalArgumentException("a longer amount than can be kept");
    }
    TravelAsk before = rows.ask(sessionId);
    TravelAsk after = new TravelAsk(ask.asked(), TypedLine.of(ask.perDiem()), ask.version());
    rows.ask(sessionId, after);
    Deed deed =
        audit
            .entry("roster.travel-asked", "session", sessionId)
            .scope(Scope.centre(session.centreCode()))
            .change("asked", TravelField.write(before.asked()), TravelField.write(after.asked()))
            .change("per-diem", before.perDiem(), after.perDiem());
    if (deed.changesAnything()) {
      deed.write();
    }
  }

  /** What is asked of oneself, who has a seat. */
  @Transactional
  public OwnTravel own(long applicationId, Language reader) {
    me.requireSelf();
    ApplicationDetail detail = enrolment.find(applicationId, reader);
    ApplicationSummary application = detail.summary();
    if (!detail.own()
        || application.state() != ApplicationState.APPROVED
        || application.session().cancelled()) {
      throw new NotFound("an own application with a seat");
    }
    return new OwnTravel(
        application,
        // what has no end would never be forgotten
        application.session().lastDay() == null
            ? TravelAsk.NOTHING
            : rows.ask(application.session().id()),
        rows.told(applicationId).orElse(TravelTold.NOTHING));
  }

  /**
   * Keeps what somebody with a seat tells; what is not asked is left out.
   *
   * @throws TravelRefused where something of it cannot be right
   */
  @Transactional
  public void tell(long applicationId, TravelTold told) {
    OwnTravel own = own(applicationId, Language.EN);
    Map<TravelField, String> asked = new EnumMap<>(TravelField.class);
    own.ask().asked().forEach(field -> asked.put(field, told.get(field)));
    TravelTold kept = new TravelTold(asked);
    Map<TravelField, String> problems = kept.problems(own.application().session().lastDay());
    if (!problems.isEmpty()) {
      throw new TravelRefused(problems);
    }
    if (!rows.keep(applicationId, kept)) {
      throw new NotFound("an application that still has a seat");
    }
    audit.entry("roster.travel-told", "application", applicationId).write();
  }

  /** What was told, as rows of a file, the head first; that it was taken is told to the trail. */
  @Transactional
  public List<List<String>> table(long sessionId, Language reader) {
    TravelList list = find(sessionId, reader);
    if (!list.readable()) {
      throw new NotAllowed();
    }
    List<TravelField> fields =
        Arrays.stream(TravelField.values()).filter(list.ask().asked()::contains).toList();
    List<List<String>> table = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of(Texts.text(reader, "roster.column.name")));
    fields.forEach(field -> head.add(Texts.text(reader, "roster.travel.field." + field.code())));
    table.add(head);
    for (ApplicationSummary each : list.admitted()) {
      TravelTold told = list.told().getOrDefault(each.id(), TravelTold.NOTHING);
      List<String> row = new ArrayList<>(List.of(each.person()));
      fields.forEach(field -> row.add(told.get(field)));
      table.add(row);
    }
    audit
        .entry("roster.travel-taken", "session", sessionId)
        .scope(Scope.centre(list.session().centreCode()))
        .change("rows", null, list.admitted().size())
        .write();
    return table;
  }
}
