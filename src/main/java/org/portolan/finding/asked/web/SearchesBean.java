package org.portolan.finding.asked.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portolan.finding.asked.AskedDesk;
import org.portolan.finding.asked.AskedLine;
import org.portolan.finding.asked.AskedView;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.Directory;

/** What is searched for: what finds nothing, what nobody opens, what is asked most. */
@Named
@RequestScoped
public class SearchesBean {
  private static final Set<String> DONE = Set.of("term", "practice", "training", "none");

  @Inject private AskedDesk desk;
  @Inject private Directory directory;
  @Inject private PageParameters parameters;
  @Inject private CurrentLanguage language;
  @Inject private Formats formats;
  @Inject private Texts texts;

  private AskedView view;
  private String region;
  private String asked;
  private boolean answered;
  private int days;
  private Set<String> regions;
  private List<AskedLine> lines;

  /** Reads what the address asks for. */
  public void open() {
    regions = desk.regions();
    String wanted = parameters.get("view");
    view =
        wanted == null
            ? AskedView.FRUITLESS
            : AskedView.of(wanted).orElseThrow(() -> new NotFound("view " + wanted));
    region = parameters.get("region");
    asked =
        Optional.ofNullable(parameters.get("language"))
            .flatMap(Language::of)
            .map(Language::code)
            .orElse(null);
    answered = "yes".equals(parameters.get("answered"));
    long wished = parameters.number("days", AskedDesk.DAYS);
    days =
        AskedDesk.PERIODS.stream()
            .filter(each -> each == wished)
            .findFirst()
            .orElseThrow(() -> new NotFound("days " + wished));
    lines = desk.list(view, region, asked, answered, days);
  }

  public List<AskedLine> getLines() {
    return lines;
  }

  public AskedView getView() {
    return view;
  }

  public boolean isAnswered() {
    return answered;
  }

  public int getDays() {
    return days;
  }

  public List<Choice> getPeriods() {
    return AskedDesk.PERIODS.stream()
        .map(
            each ->
                new Choice(
                    each.toString(),
                    Texts.format(language.get(), "finding.asked.period.days", each),
                    each == days))
        .toList();
  }

  /** What was made of a search a moment ago, told once, else null. */
  public String getDone() {
    String done = parameters.get("done");
    return done != null && DONE.contains(done) ? done : null;
  }

  public List<Choice> getViews() {
    return Arrays.stream(AskedView.values())
        .map(
            each ->
                new Choice(
                    each.code(), texts.word("finding.asked.view", each.code()), each == view))
        .toList();
  }

  public List<Choice> getRegions() {
    return directory.regions().stream()
        .filter(each -> regions.contains(each.code()))
        .map(
            each ->
                new Choice(each.code(), each.name().in(language.get()), each.code().equals(region)))
        .toList();
  }

  public List<Choice> getLanguages() {
    return Arrays.stream(Language.values())
        .map(
            each ->
                new Choice(
                    each.code(), formats.languageName(each.code()), each.code().equals(asked)))
        .toList();
  }
}
