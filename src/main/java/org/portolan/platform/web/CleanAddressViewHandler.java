package org.portolan.platform.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.portolan.platform.i18n.CurrentLanguage;

/** Forms post to the address the reader sees, and pages speak the language of the request. */
public class CleanAddressViewHandler extends ViewHandlerWrapper {

  public CleanAddressViewHandler(ViewHandler wrapped) {
    super(wrapped);
  }

  /** Every page is stateless from its first moment, before anything could open a session for it. */
  @Override
  public UIViewRoot createView(FacesContext context, String viewId) {
    UIViewRoot view = getWrapped().createView(context, viewId);
    view.setTransient(true);
    return view;
  }

  /** What nobody here sealed is no state, whatever reading it comes to. */
  @Override
  public UIViewRoot restoreView(FacesContext context, String viewId) {
    try {
      return getWrapped().restoreView(context, viewId);
    } catch (ViewExpiredException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new ViewExpiredException("unreadable state", e, viewId);
    }
  }

  @Override
  public String getActionURL(FacesContext context, String viewId) {
    HttpServletRequest request = (HttpServletRequest) context.getExternalContext().getRequest();
    Object address = request.getAttribute(RouterFilter.ADDRESS);
    boolean ownPage =
        context.getViewRoot() != null && viewId.equals(context.getViewRoot().getViewId());
    return address != null && ownPage
        ? address.toString()
        : getWrapped().getActionURL(context, viewId);
  }

  @Override
  public Locale calculateLocale(FacesContext context) {
    return CDI.current().select(CurrentLanguage.class).get().get().locale();
  }
}
