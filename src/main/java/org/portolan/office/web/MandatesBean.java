package org.portolan.office.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portolan.office.MandateFilter;
import org.portolan.office.MandateSummary;
import org.portolan.office.Mandates;
import org.portolan.office.Office;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.LazyRows;
import org.portolan.platform.web.PageParameters;

/** The mandates that somebody sees at their desk: who holds what, what ends soon, what comes. */
@Named("mandates")
@RequestScoped
public class MandatesBean {
  private static final Set<String> DONE = Set.of("appointed", "ended", "changed", "handed");

  @Inject private PageParameters parameters;
  @Inject private Mandates mandates;
  @Inject private Texts texts;

  private MandateFilter filter;
  private LazyRows<MandateSummary> rows;
  private long ending;
  private boolean appoints;

  @PostConstruct
  void read() {
    MandateFilter.State state =
        Arrays.stream(MandateFilter.State.values())
            .filter(each -> each.code().equals(parameters.get("state")))
            .findFirst()
            .orElse(MandateFilter.State.CURRENT);
    Office office =
        Optional.ofNullable(parameters.get("office")).flatMap(Office::find).orElse(null);
    filter = new MandateFilter(state, office, null);
    // asked at once: whoever has no such desk is told so before anything is written
    ending = mandates.count(new MandateFilter(MandateFilter.State.ENDING, null, null));
    appoints = mandates.appoints();
    rows = new LazyRows<>(() -> mandates.count(filter), slice -> mandates.list(filter, slice));
  }

  public LazyRows<MandateSummary> getRows() {
    return rows;
  }

  public MandateFilter getFilter() {
    return filter;
  }

  /** How many end within the next months. */
  public long getEnding() {
    return filter.state() == MandateFilter.State.ENDING ? 0 : ending;
  }

  public boolean isAppoints() {
    return appoints;
  }

  public List<Choice> getStates() {
    return Arrays.stream(MandateFilter.State.values())
        .map(
            state ->
                new Choice(
                    state.code(),
                    texts.get("office.filter." + state.code()),
                    state == filter.state()))
        .toList();
  }

  public List<Choice> getOffices() {
    return Arrays.stream(Office.values())
        .map(
            office ->
                new Choice(
                    office.code(),
                    texts.get("office.office." + office.code()),
                    office == filter.office()))
        .toList();
  }

  /** What was done a moment ago, told once, else null. */
  public String getDone() {
    String done = parameters.get("done");
    return done != null && DONE.contains(done) ? done : null;
  }
}
