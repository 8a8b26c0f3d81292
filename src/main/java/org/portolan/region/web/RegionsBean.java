package org.portolan.region.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.LocalName;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;
import org.portolan.region.MemberSummary;
import org.portolan.region.RegionSummary;

/** The regions with their offices, centres and Members, each in the alphabet of the reader. */
@Named
@RequestScoped
public class RegionsBean {
  @Inject private Directory directory;
  @Inject private CurrentLanguage language;

  public List<RegionSummary> getRegions() {
    return directory.regions();
  }

  public List<CentreSummary> centres(String region) {
    return directory.centres().stream()
        .filter(centre -> centre.regionCode().equals(region))
        .sorted(byName(CentreSummary::name))
        .toList();
  }

  public List<MemberSummary> members(String region) {
    return directory.members().stream()
        .filter(member -> member.regionCode().equals(region))
        .sorted(byName(MemberSummary::name))
        .toList();
  }

  public String name(LocalName name) {
    return name.in(language.get());
  }

  private <T> Comparator<T> byName(Function<T, LocalName> name) {
    Collator collator = Collator.getInstance(language.get().locale());
    return Comparator.comparing(row -> name(name.apply(row)), collator);
  }
}
