package org.portolan.platform.security;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.concurrent.RejectedExecutionException;

/**
 * Work that goes on after its request was answered, with the rights that the person had who asked
 * for it, and in their name.
 */
@ApplicationScoped
public class OnBehalf {
  @Resource private ManagedExecutorService executor;
  @Inject private Instance<RequestContextController> contexts;
  @Inject private CurrentPerson me;

  /**
   * Begins the work on a thread of the server.
   *
   * @throws RejectedExecutionException when the server is stopping
   */
  public void later(Runnable work) {
    SignedIn person = me.require();
    executor.execute(() -> run(person, work));
  }

  private void run(SignedIn person, Runnable work) {
    RequestContextController context = contexts.get();
    boolean begun = context.activate();
    try {
      me.is(person);
      work.run();
    } finally {
      if (begun) {
        context.deactivate();
      }
      contexts.destroy(context);
    }
  }
}
