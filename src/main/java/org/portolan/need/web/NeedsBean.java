package org.portolan.need.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.portolan.need.NeedState;
import org.portolan.need.NeedSummary;
import org.portolan.need.Needs;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.Directory;
import org.portolan.thesaurus.ThemeNames;

/** What the regions of the reader miss, and what becomes of it. */
@Named
@RequestScoped
public class NeedsBean {
  @Inject private Needs needs;
  @Inject private Directory directory;
  @Inject private ThemeNames themes;
  @Inject private PageParameters parameters;
  @Inject private CurrentLanguage language;
  @Inject private Texts texts;

  private NeedState state = NeedState.OPEN;
  private List<Row> rows;
  private boolean changed;

  /** A need with the names of what it is about. */
  public record Row(
      NeedSummary need, String place, String theme, String direction, boolean answerable) {}

  public void open() throws IOException {
    String asked = parameters.get("state");
    state =
        asked == null
            ? NeedState.OPEN
            : NeedState.of(asked).orElseThrow(() -> new NotFound("state " + asked));
    ExternalContext context = FacesContext.getCurrentInstance().getExternalContext();
    if (((HttpServletRequest) context.getRequest()).getMethod().equals("POST")) {
      String act = parameters.typed("act");
      NeedState wanted = NeedState.of(act).orElseThrow(() -> new NotFound("a button " + act));
      try {
        needs.become(parameters.number("id", 0), (int) parameters.number("version", -1), wanted);
        context.redirect("/desk/needs?state=" + state.code() + "&done=" + wanted.code());
        return;
      } catch (ChangedMeanwhile e) {
        changed = true;
      }
    }
    rows = needs.list(state).stream().map(this::row).toList();
  }

  private Row row(NeedSummary need) {
    String place =
        need.member() == null
            ? directory
                .findRegion(need.region())
                .map(region -> region.name().in(language.get()))
                .orElse(need.region())
            : directory
                .findMember(need.member())
                .map(member -> member.name().in(language.get()))
                .orElse(need.member());
    return new Row(
        need,
        place,
        themes.in(language.get(), need.theme()),
        Language.of(need.language()).map(Language::direction).orElse("ltr"),
        needs.decides(need.region()));
  }

  public List<Row> getRows() {
    return rows;
  }

  public boolean isChanged() {
    return changed;
  }

  public NeedState getState() {
    return state;
  }

  /** What was done a moment ago, told once, else null. */
  public String getDone() {
    return NeedState.of(String.valueOf(parameters.get("done"))).map(NeedState::code).orElse(null);
  }

  public List<Choice> getStates() {
    return Arrays.stream(NeedState.values())
        .map(each -> new Choice(each.code(), texts.word("need.state", each.code()), each == state))
        .toList();
  }
}
