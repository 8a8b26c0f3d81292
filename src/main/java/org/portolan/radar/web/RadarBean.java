package org.portolan.radar.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.portolan.calendar.TrainingYear;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.web.Address;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.radar.Radar;
import org.portolan.radar.RadarFilter;
import org.portolan.radar.RadarRefused;
import org.portolan.radar.RadarReport;
import org.portolan.radar.ShownFinding;
import org.portolan.radar.rules.FindingKind;
import org.portolan.region.Directory;
import org.portolan.region.RegionSummary;

/** The radar of a region: what was found as cards, and what was let be. */
@Named("radarPage")
@RequestScoped
public class RadarBean {
  private static final Set<String> DONE = Set.of("dismissed", "restored", "proposed");
  private static final int LATER_YEARS = 2;

  @Inject private PageParameters parameters;
  @Inject private Radar radar;
  @Inject private RadarWords words;
  @Inject private Directory directory;
  @Inject private CurrentLanguage language;
  @Inject private Texts texts;

  private String code;
  private RadarFilter filter;
  private RadarReport report;
  private String wrong = "";
  private String problem = "";
  private String reason = "";

  /** Runs before the page is shown: nothing of it may be on the way when it redirects. */
  public void open() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    code = parameters.get("code");
    if (code == null) {
      List<RegionSummary> mine = radar.regions();
      if (mine.isEmpty()) {
        throw new NotAllowed();
      }
      redirect(external, path(mine.get(0).code()));
      return;
    }
    filter =
        new RadarFilter(parameters.get("year"), parameters.get("kind"), parameters.get("centre"));
    if (((HttpServletRequest) external.getRequest()).getMethod().equals("POST") && act(external)) {
      return;
    }
    report = radar.report(code, filter, language.get());
  }

  /** Whether it was done; else the page says what is missing and keeps what was typed. */
  private boolean act(ExternalContext external) throws IOException {
    String finding = parameters.typed("finding");
    int year = (int) parameters.number("of", radar.thisYear().begins());
    reason = parameters.typed("reason");
    String asked = parameters.typed("act");
    try {
      switch (asked) {
        case "dismiss" -> radar.dismiss(code, year, finding, reason);
        case "restore" -> radar.restore(code, year, finding);
        default -> throw new NotFound("a button " + asked);
      }
    } catch (RadarRefused e) {
      wrong = finding;
      problem = texts.get(e.key());
      return false;
    }
    Map<String, String> back = new LinkedHashMap<>(filter.chosen());
    back.put("done", asked.equals("dismiss") ? "dismissed" : "restored");
    redirect(external, Address.of(path(code), back));
    return true;
  }

  private static void redirect(ExternalContext external, String to) throws IOException {
    external.redirect(to);
    FacesContext.getCurrentInstance().responseComplete();
  }

  private static String path(String region) {
    return "/desk/region/" + region + "/radar";
  }

  public RadarReport getReport() {
    return report;
  }

  /** The address of this page with what is chosen, to which its forms go. */
  public String getHere() {
    return Address.of(path(code), filter.chosen());
  }

  public String getPlain() {
    return path(code);
  }

  public String getRegionName() {
    return report.region().name().in(language.get());
  }

  public boolean isNarrowed() {
    return filter.kind() != null || filter.centre() != null;
  }

  /** Where drafts of a finding are proposed as one session. */
  public String joint(ShownFinding shown) {
    return Address.of(path(code) + "/joint", Map.of("finding", shown.finding().fingerprint()))
        + "&year="
        + report.year().begins();
  }

  /** A name for what belongs to a finding on the page. */
  public String id(ShownFinding shown) {
    return "f-" + shown.finding().fingerprint().substring(0, 16);
  }

  public boolean wrong(ShownFinding shown) {
    return shown.finding().fingerprint().equals(wrong);
  }

  /** What was typed for a finding. */
  public String reason(ShownFinding shown) {
    return wrong(shown) ? reason : "";
  }

  /** What could not be done, in words, or empty. */
  public String getProblem() {
    return problem;
  }

  /** The finding at which it could not, while it is there. */
  public String getWrongId() {
    return report.open().stream().filter(this::wrong).map(this::id).findFirst().orElse("");
  }

  public String getDone() {
    String done = parameters.get("done");
    return DONE.contains(String.valueOf(done)) && problem.isEmpty() ? done : "";
  }

  public String getUnknown() {
    return String.join(", ", report.unknown().values());
  }

  public List<RegionSummary> getRegions() {
    return radar.regions();
  }

  public List<Choice> getYears() {
    int now = radar.thisYear().begins();
    int shown = report.year().begins();
    return IntStream.concat(IntStream.rangeClosed(now - 1, now + LATER_YEARS), IntStream.of(shown))
        .distinct()
        .sorted()
        .mapToObj(
            year -> new Choice(String.valueOf(year), new TrainingYear(year).label(), year == shown))
        .toList();
  }

  /** With how many of each are open. */
  public List<Choice> getKinds() {
    return Arrays.stream(FindingKind.values())
        .map(
            kind ->
                new Choice(
                    kind.code(),
                    words.kind(kind) + " (" + report.counts().getOrDefault(kind.code(), 0) + ")",
                    kind.code().equals(filter.kind())))
        .toList();
  }

  public List<Choice> getCentres() {
    return directory.trainingCentres().stream()
        .filter(centre -> centre.regionCode().equals(code))
        .map(
            centre ->
                new Choice(
                    centre.code(),
                    centre.name().in(language.get()),
                    centre.code().equals(filter.centre())))
        .toList();
  }
}
