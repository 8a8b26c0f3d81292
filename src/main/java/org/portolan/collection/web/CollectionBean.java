package org.portolan.collection.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.portolan.collection.CollectionView;
import org.portolan.collection.Collections;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.web.PageParameters;

/** A collection as it is read. */
@Named("collectionPage")
@RequestScoped
public class CollectionBean {
  @Inject private Collections collections;
  @Inject private PageParameters parameters;
  @Inject private CurrentLanguage language;

  private CollectionView view;

  @PostConstruct
  void load() {
    view = collections.find(parameters.number("id", 0), language.get());
  }

  public CollectionView getView() {
    return view;
  }
}
