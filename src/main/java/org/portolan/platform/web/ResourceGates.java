package org.portolan.platform.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Gate;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.OpenTo;

/** Stands before every resource of the REST interface; one that declares no gate has it shut. */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class ResourceGates implements ContainerRequestFilter {
  @Context private ResourceInfo resource;

  // stands for whoever sends the request at hand; looking it up walks the stack
  private volatile CurrentPerson me;

  @Override
  public void filter(ContainerRequestContext request) {
    Method method = resource.getResourceMethod();
    if (method == null) {
      return;
    }
    OpenTo declared = method.getAnnotation(OpenTo.class);
    if (declared == null) {
      declared = resource.getResourceClass().getAnnotation(OpenTo.class);
    }
    if (declared == null) {
      throw new NotAllowed();
    }
    Gate.of(declared.value()).check(me());
  }

  private CurrentPerson me() {
    if (me == null) {
      me = CDI.current().select(CurrentPerson.class).get();
    }
    return me;
  }
}
