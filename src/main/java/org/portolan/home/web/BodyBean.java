package org.portolan.home.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.portolan.home.BodyView;
import org.portolan.home.DirectoryPages;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.BodyKind;
import org.portolan.region.BodySummary;

/** The page of a body: a centre, an office, a neighbouring entity, a donor. */
@Named("bodyPage")
@RequestScoped
public class BodyBean {
  @Inject private PageParameters parameters;
  @Inject private DirectoryPages pages;
  @Inject private DirectoryWords words;
  @Inject private CurrentLanguage language;

  private BodyView view;

  @PostConstruct
  void read() {
    String code = parameters.get("code");
    view =
        Optional.ofNullable(code)
            .flatMap(given -> pages.body(given, language.get()))
            .orElseThrow(() -> new NotFound("body " + code));
  }

  public BodyView getView() {
    return view;
  }

  public BodySummary getBody() {
    return view.body();
  }

  public String getName() {
    return words.name(view.body().name());
  }

  /** Whether it has a calendar of its own. */
  public boolean isCentre() {
    return view.body().kind() == BodyKind.RTC;
  }

  public MapPicture getMap() {
    List<BodySummary> alone = List.of(view.body());
    return MapPicture.near(alone, words.points(alone));
  }
}
