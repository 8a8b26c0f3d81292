package org.portolan.pack.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.portolan.pack.PackImports;
import org.portolan.pack.SentPack;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.Directory;

/** The packs at the desk of an editor, and where another one is sent. */
@Named("packsPage")
@RequestScoped
public class PacksBean {
  private static final Set<String> WRONG = Set.of("none", "region", "room", "large", "empty");

  @Inject private PackImports packs;
  @Inject private PageParameters parameters;
  @Inject private CurrentLanguage language;
  @Inject private Directory directory;

  private List<SentPack> all;

  /** Runs before the page is shown: nothing of it may be on the way when it is refused. */
  public void open() {
    all = packs.list();
  }

  public List<SentPack> getAll() {
    return all;
  }

  public List<Choice> getRegions() {
    return packs.regions().stream().map(code -> new Choice(code, region(code), false)).toList();
  }

  public String region(String code) {
    return directory.findRegion(code).map(found -> found.name().in(language.get())).orElse(code);
  }

  /** Why a file was not taken, as the end of a key of texts, or null. */
  public String getWrong() {
    String wrong = parameters.get("wrong");
    return wrong != null && WRONG.contains(wrong) ? wrong : null;
  }

  public boolean isClosed() {
    return "closed".equals(parameters.get("done"));
  }

  public int getMegabytes() {
    return (int) (PackImports.LARGEST / (1024 * 1024));
  }
}
