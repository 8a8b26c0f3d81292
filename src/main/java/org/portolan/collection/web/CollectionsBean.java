package org.portolan.collection.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.portolan.collection.CollectionSummary;
import org.portolan.collection.Collections;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.web.Markdown;
import org.portolan.region.Directory;

/** The collections that readers may look through, or those of whoever makes them. */
@Named("collectionsPage")
@RequestScoped
public class CollectionsBean {
  private static final int SHOWN = 240;

  @Inject private Collections collections;
  @Inject private CurrentLanguage language;
  @Inject private Directory directory;
  @Inject private Markdown markdown;

  private List<CollectionSummary> all;

  public List<CollectionSummary> getPublished() {
    if (all == null) {
      all = collections.published(language.get());
    }
    return all;
  }

  public List<CollectionSummary> getDesk() {
    if (all == null) {
      all = collections.desk(language.get());
    }
    return all;
  }

  /** How it begins. */
  public String brief(CollectionSummary collection) {
    String words = markdown.plain(collection.words()).strip();
    return words.length() <= SHOWN
        ? words
        : words.substring(0, words.offsetByCodePoints(0, SHOWN / 2)) + "…";
  }

  public String region(String code) {
    return directory.findRegion(code).map(found -> found.name().in(language.get())).orElse(code);
  }

  /** What is new among collections, for programs that read feeds. */
  public String getAtom() {
    return "/search.atom?q=&type=collection&lang=" + language.get().code();
  }
}
