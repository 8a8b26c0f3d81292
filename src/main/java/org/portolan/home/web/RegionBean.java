package org.portolan.home.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.portolan.home.DirectoryPages;
import org.portolan.home.RegionView;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.BodyKind;
import org.portolan.region.ViceChair;

/** The page of a region. */
@Named("regionPage")
@RequestScoped
public class RegionBean {
  @Inject private PageParameters parameters;
  @Inject private DirectoryPages pages;
  @Inject private DirectoryWords words;
  @Inject private CurrentLanguage language;
  @Inject private Clock clock;

  private RegionView view;

  @PostConstruct
  void read() {
    String code = parameters.get("code");
    view =
        Optional.ofNullable(code)
            .flatMap(given -> pages.region(given, language.get()))
            .orElseThrow(() -> new NotFound("region " + code));
  }

  public RegionView getView() {
    return view;
  }

  public String getName() {
    return words.name(view.region().name());
  }

  public long getCentres() {
    return view.bodies().stream().filter(body -> body.kind() == BodyKind.RTC).count();
  }

  public List<BodyRow> getBodies() {
    return words.rows(view.bodies());
  }

  public List<DirectoryBean.Link> getMembers() {
    return view.members().stream()
        .map(member -> new DirectoryBean.Link(member.code(), words.name(member.name())))
        .toList();
  }

  public MapPicture getMap() {
    return MapPicture.near(view.bodies(), words.points(view.bodies()));
  }

  /** The term that goes on today, or null where it is not known. */
  public ViceChair getViceChair() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return view.terms().stream().filter(term -> term.runsOn(today)).findFirst().orElse(null);
  }

  /** All terms but the one that goes on. */
  public List<ViceChair> getEarlier() {
    ViceChair now = getViceChair();
    return view.terms().stream().filter(term -> !term.equals(now)).toList();
  }
}
