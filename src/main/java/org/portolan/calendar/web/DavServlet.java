package org.portolan.calendar.web;

import static org.portolan.calendar.web.DavElement.CALDAV;
import static org.portolan.calendar.web.DavElement.DAV;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.web.DavAnswer.Value;
import org.portolan.calendar.web.DavCalendars.DavCalendar;
import org.portolan.calendar.web.DavCalendars.Resource;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.web.KnownTag;
import org.portolan.platform.web.SentBody;

/**
 * The public calendars for programs that speak CalDAV (RFC 4791) and ask for what changed since
 * they last looked (RFC 6578). Nothing can be written here.
 */
@OpenTo("everyone")
@WebServlet({"/dav/*", "/.well-known/caldav"})
public class DavServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String ROOT = "/dav/";
  private static final String PRINCIPAL = "/dav/principal/";
  private static final String ALLOWED = "OPTIONS, GET, HEAD, PROPFIND, REPORT";
  private static final int MULTISTATUS = 207;
  private static final int MOST_PROPERTIES = 60;
  private static final String COLOUR = "#0F4C75FF";

  private static final QName RESOURCE_TYPE = new QName(DAV, "resourcetype");
  private static final QName DISPLAY_NAME = new QName(DAV, "displayname");
  private static final QName PRINCIPAL_OF = new QName(DAV, "current-user-principal");
  private static final QName TAG = new QName(DAV, "getetag");
  private static final QName TYPE = new QName(DAV, "getcontenttype");
  private static final QName SYNC_TOKEN = new QName(DAV, "sync-token");
  private static final QName DATA = new QName(CALDAV, "calendar-data");
  private static final QName QUERY = new QName(CALDAV, "calendar-query");
  private static final QName MULTIGET = new QName(CALDAV, "calendar-multiget");
  private static final QName SYNC = new QName(DAV, "sync-collection");
  private static final QName COLLECTION = new QName(DAV, "collection");

  @Inject private transient DavCalendars calendars;
  @Inject private transient CurrentLanguage language;

  /** A question that is refused with a status, a name of the RFCs, and words. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final transient QName condition;

    Refused(int status, QName condition, String words) {
      super(words);
      this.status = status;
      this.condition = condition;
    }
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getServletPath().equals("/.well-known/caldav")) {
      response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
      response.setHeader("Location", ROOT);
      return;
    }
    String address =
        closed(ROOT + String.valueOf(request.getPathInfo()).replaceFirst("^/|^null$", ""));
    response.setHeader("DAV", "1, 3, calendar-access");
    try {
      answer(address, request, response);
    } catch (Refused e) {
      refuse(response, e.status, e.condition, e.getMessage());
    } catch (DavElement.Unreadable e) {
      refuse(response, HttpServletResponse.SC_BAD_REQUEST, null, e.getMessage());
    } catch (DavQuery.Unsupported e) {
      refuse(
          response,
          HttpServletResponse.SC_FORBIDDEN,
          new QName(CALDAV, "supported-filter"),
          "Only components and ranges of time are looked for.");
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** A calendar is meant also where people leave out the stroke at its end (RFC 4918, 5.2). */
  private static String closed(String address) {
    return address.endsWith("/") || address.endsWith(".ics") ? address : address + "/";
  }

  private void answer(String address, HttpServletRequest request, HttpServletResponse response)
      throws IOException, Refused, DavElement.Unreadable, DavQuery.Unsupported, XMLStreamException {
    switch (request.getMethod()) {
      case "OPTIONS" -> response.setHeader("Allow", ALLOWED);
      case "GET", "HEAD" -> get(address, request, response);
      case "PROPFIND" -> send(response, propfind(address, request));
      case "REPORT" -> send(response, report(address, request));
      default -> {
        response.setHeader("Allow", ALLOWED);
        throw new Refused(
            HttpServletResponse.SC_METHOD_NOT_ALLOWED, null, text("calendar.dav.readonly"));
      }
    }
  }

  private void get(String address, HttpServletRequest request, HttpServletResponse response)
      throws IOException, Refused {
    if (!address.endsWith(".ics")) {
      if (!known(address)) {
        throw gone(address);
      }
      response.setContentType("text/plain;charset=UTF-8");
      response.getWriter().println(text("calendar.dav.what"));
      return;
    }
    DavCalendar calendar = calendar(address);
    Resource resource =
        Optional.ofNullable(calendars.resources(calendar).get(address))
            .orElseThrow(() -> gone(address));
    response.setHeader("ETag", resource.tag());
    if (KnownTag.of(request, resource.tag())) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    byte[] body = calendars.text(calendar, resource, null).getBytes(StandardCharsets.UTF_8);
    response.setContentType("text/calendar;charset=UTF-8");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private boolean known(String address) {
    return List.of(ROOT, PRINCIPAL, DavCalendars.REGIONS, DavCalendars.CENTRES).contains(address)
        || calendars
            .find(address, language.get())
            .filter(calendar -> calendar.address().equals(address))
            .isPresent();
  }

  private DavCalendar calendar(String address) throws Refused {
    return calendars.find(address, language.get()).orElseThrow(() -> gone(address));
  }

  private static Refused gone(String address) {
    return new Refused(HttpServletResponse.SC_NOT_FOUND, null, "There is nothing at " + address);
  }

  private byte[] propfind(String address, HttpServletRequest request)
      throws IOException, Refused, DavElement.Unreadable, XMLStreamException {
    String depth = request.getHeader("Depth");
    if (!"0".equals(depth) && !"1".equals(depth)) {
      throw new Refused(
          HttpServletResponse.SC_FORBIDDEN,
          new QName(DAV, "propfind-finite-depth"),
          "Depth is 0 or 1.");
    }
    byte[] body = body(request);
    Optional<List<QName>> wanted =
        body.length == 0 ? Optional.empty() : wanted(DavElement.read(body));
    DavAnswer answer = DavAnswer.multistatus();
    boolean members = depth.equals("1");
    switch (address) {
      case ROOT -> {
        respond(answer, ROOT, plain("Portolan", COLLECTION), wanted);
        if (members) {
          respond(answer, DavCalendars.REGIONS, plain("Regions", COLLECTION), wanted);
          respond(answer, DavCalendars.CENTRES, plain("Centres", COLLECTION), wanted);
          respond(answer, PRINCIPAL, principal(), wanted);
        }
      }
      case PRINCIPAL -> respond(answer, PRINCIPAL, principal(), wanted);
      case DavCalendars.REGIONS -> home(answer, address, true, members, wanted);
      case DavCalendars.CENTRES -> home(answer, address, false, members, wanted);
      default -> calendar(answer, address, members, wanted);
    }
    return answer.done();
  }

  private void home(
      DavAnswer answer,
      String address,
      boolean regions,
      boolean members,
      Optional<List<QName>> wanted)
      throws XMLStreamException {
    respond(answer, address, plain(regions ? "Regions" : "Centres", COLLECTION), wanted);
    if (members) {
      List<DavCalendar> all =
          regions ? calendars.regions(language.get()) : calendars.centres(language.get());
      Map<String, String> states = calendars.states(all, regions);
      for (DavCalendar each : all) {
        respond(answer, each.address(), properties(each, states.get(each.address())), wanted);
      }
    }
  }

  private void calendar(
      DavAnswer answer, String address, boolean members, Optional<List<QName>> wanted)
      throws Refused, XMLStreamException {
    DavCalendar calendar = calendar(address);
    if (calendar.address().equals(address)) {
      respond(answer, address, properties(calendar, calendars.state(calendar)), wanted);
      if (members) {
        for (Resource each : calendars.resources(calendar).values()) {
          respond(answer, each.address(), properties(each), wanted);
        }
      }
      return;
    }
    Resource resource =
        Optional.ofNullable(calendars.resources(calendar).get(address))
            .orElseThrow(() -> gone(address));
    respond(answer, address, properties(resource), wanted);
  }

  /** Names of the properties that are asked for; empty for all. */
  private static Optional<List<QName>> wanted(DavElement question) throws DavElement.Unreadable {
    Optional<List<QName>> names =
        question
            .first(DAV, "prop")
            .map(prop -> prop.children().stream().map(DavElement::name).distinct().toList());
    // each of them stands in the answer once for each event
    if (names.isPresent() && names.get().size() > MOST_PROPERTIES) {
      throw new DavElement.Unreadable("No event has so many properties.");
    }
    return names;
  }

  private static void respond(
      DavAnswer answer, String address, Map<QName, Value> known, Optional<List<QName>> wanted)
      throws XMLStreamException {
    answer.response(address, known, wanted.orElseGet(() -> List.copyOf(known.keySet())));
  }

  private static Map<QName, Value> plain(String name, QName... types) {
    Map<QName, Value> known = new LinkedHashMap<>();
    known.put(RESOURCE_TYPE, Value.empty(types));
    known.put(DISPLAY_NAME, Value.text(name));
    known.put(PRINCIPAL_OF, Value.link(PRINCIPAL));
    known.put(
        new QName(DAV, "current-user-privilege-set"),
        answer -> {
          answer.privilege("read");
          answer.privilege("read-current-user-privilege-set");
        });
    return known;
  }

  private static Map<QName, Value> principal() {
    Map<QName, Value> known = plain("Portolan", new QName(DAV, "principal"), COLLECTION);
    known.put(new QName(DAV, "principal-URL"), Value.link(PRINCIPAL));
    known.put(new QName(CALDAV, "calendar-home-set"), Value.link(DavCalendars.REGIONS));
    return known;
  }

  private Map<QName, Value> properties(DavCalendar calendar, String state) {
    Map<QName, Value> known = plain(calendar.name(), COLLECTION, new QName(CALDAV, "calendar"));
    known.put(SYNC_TOKEN, Value.text(state));
    known.put(new QName(DavAnswer.SERVER, "getctag"), Value.text(state));
    known.put(
        new QName(CALDAV, "calendar-description"), Value.text(text("calendar.feed.description")));
    known.put(new QName(DavAnswer.APPLE, "calendar-color"), Value.text(COLOUR));
    known.put(
        new QName(CALDAV, "supported-calendar-component-set"),
        answer -> answer.component("VEVENT"));
    known.put(
        new QName(DAV, "supported-report-set"),
        answer -> {
          for (QName report : List.of(QUERY, MULTIGET, SYNC)) {
            answer.report(report);
          }
        });
    return known;
  }

  private static Map<QName, Value> properties(Resource resource) {
    Map<QName, Value> known = plain(resource.session().course().title());
    known.put(TAG, Value.text(resource.tag()));
    known.put(TYPE, Value.text("text/calendar;charset=utf-8;component=VEVENT"));
    return known;
  }

  private byte[] report(String address, HttpServletRequest request)
      throws IOException, Refused, DavElement.Unreadable, DavQuery.Unsupported, XMLStreamException {
    DavElement question = DavElement.read(body(request));
    DavCalendar calendar = calendar(address);
    if (question.name().equals(SYNC)) {
      return sync(calendar, question);
    }
    if (question.name().equals(QUERY)) {
      Predicate<SessionFacts> fits = DavQuery.of(question);
      DavAnswer answer = DavAnswer.multistatus();
      for (Resource each : calendars.resources(calendar).values()) {
        if (fits.test(each.session().facts())) {
          respond(answer, each.address(), withData(calendar, each, question), wanted(question));
        }
      }
      return answer.done();
    }
    if (question.name().equals(MULTIGET)) {
      Map<String, Resource> all = calendars.resources(calendar);
      DavAnswer answer = DavAnswer.multistatus();
      Set<Resource> told = new HashSet<>();
      for (DavElement link : question.all(DAV, "href").toList()) {
        Resource found = all.get(path(link.text()));
        if (found == null) {
          answer.gone(link.text());
        } else if (told.add(found)) {
          // each once, however it is written: a short question is not to have an endless answer
          respond(answer, found.address(), withData(calendar, found, question), wanted(question));
        }
      }
      return answer.done();
    }
    throw new Refused(
        HttpServletResponse.SC_FORBIDDEN,
        new QName(DAV, "supported-report"),
        "This report is not known here.");
  }

  private byte[] sync(DavCalendar calendar, DavElement question)
      throws Refused, DavElement.Unreadable, XMLStreamException {
    String level = question.first(DAV, "sync-level").map(DavElement::text).orElse("1");
    if (!level.equals("1")) {
      throw new Refused(
          HttpServletResponse.SC_FORBIDDEN,
          new QName(DAV, "sync-traversal-supported"),
          "A calendar has one level.");
    }
    String seen = question.first(DAV, "sync-token").map(DavElement::text).orElse("");
    String state = calendars.state(calendar);
    DavAnswer answer = DavAnswer.multistatus();
    if (!seen.equals(state)) {
      Map<String, String> before =
          seen.isEmpty()
              ? Map.of()
              : calendars
                  .remembered(calendar, seen)
                  .orElseThrow(
                      () ->
                          new Refused(
                              HttpServletResponse.SC_FORBIDDEN,
                              new QName(DAV, "valid-sync-token"),
                              "Begin anew, without a token."));
      Map<String, Resource> now = calendars.resources(calendar);
      for (Resource each : now.values()) {
        if (!each.tag().equals(before.get(each.address()))) {
          respond(answer, each.address(), withData(calendar, each, question), wanted(question));
        }
      }
      for (String address : before.keySet()) {
        if (!now.containsKey(address)) {
          answer.gone(address);
        }
      }
      calendars.remember(calendar, state, now);
    }
    answer.token(state);
    return answer.done();
  }

  private Map<QName, Value> withData(DavCalendar calendar, Resource resource, DavElement question)
      throws DavElement.Unreadable {
    Map<QName, Value> known = properties(resource);
    Optional<DavElement> expand =
        question
            .first(DAV, "prop")
            .flatMap(prop -> prop.first(CALDAV, "calendar-data"))
            .flatMap(data -> data.first(CALDAV, "expand"));
    DavRange range = expand.isPresent() ? DavRange.of(expand.get()) : null;
    known.put(DATA, answer -> Value.text(calendars.text(calendar, resource, range)).write(answer));
    return known;
  }

  /** Programs name resources by their whole address or by its path, written in several ways. */
  private static String path(String link) {
    try {
      String path = URI.create(link).getRawPath();
      return path == null
          ? ""
          : URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static byte[] body(HttpServletRequest request) throws IOException, Refused {
    return SentBody.read(request.getInputStream(), DavElement.MOST_BYTES)
        .orElseThrow(
            () ->
                new Refused(
                    HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                    null,
                    "The question is too long."));
  }

  private static void send(HttpServletResponse response, byte[] answer) throws IOException {
    response.setStatus(MULTISTATUS);
    response.setContentType("application/xml;charset=UTF-8");
    response.setContentLength(answer.length);
    response.getOutputStream().write(answer);
  }

  private static void refuse(
      HttpServletResponse response, int status, QName condition, String words) throws IOException {
    response.setStatus(status);
    response.setContentType("application/xml;charset=UTF-8");
    try {
      response.getOutputStream().write(DavAnswer.refusal(condition, words));
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private String text(String key) {
    return Texts.text(language.get(), key);
  }
}
