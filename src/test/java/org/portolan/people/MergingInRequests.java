package org.portolan.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.concurrent.Callable;

/** Lets a test ask on threads of its own, each with a request of its own. */
@ApplicationScoped
class MergingInRequests {
  @ActivateRequestContext
  <T> T call(Callable<T> work) throws Exception {
    return work.call();
  }
}
