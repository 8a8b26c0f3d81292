package org.portolan.home.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.portolan.home.DirectoryPages;
import org.portolan.home.MemberView;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.OfficeHolders;

/** The page of a Member. */
@Named("memberPage")
@RequestScoped
public class MemberBean {
  @Inject private PageParameters parameters;
  @Inject private DirectoryPages pages;
  @Inject private DirectoryWords words;
  @Inject private CurrentLanguage language;

  private MemberView view;

  @PostConstruct
  void read() {
    String code = parameters.get("code");
    view =
        Optional.ofNullable(code)
            .flatMap(given -> pages.member(given, language.get()))
            .orElseThrow(() -> new NotFound("member " + code));
  }

  public MemberView getView() {
    return view;
  }

  public String getName() {
    return words.name(view.member().name());
  }

  public List<BodyRow> getHosted() {
    return words.rows(view.hosted());
  }

  public MapPicture getMap() {
    return MapPicture.of(
        MapView.around(List.of(view.member().capital())), words.points(view.hosted()));
  }

  /** Where its administration stands on the map. */
  public long getX() {
    return MapView.x(view.member().capital());
  }

  public long getY() {
    return MapView.y(view.member().capital());
  }

  /** Who decides on applications, or null where nobody does. */
  public OfficeHolders.Approvers getApprovers() {
    return view.approvers().orElse(null);
  }
}
