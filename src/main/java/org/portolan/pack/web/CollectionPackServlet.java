package org.portolan.pack.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.portolan.collection.CollectionInFull;
import org.portolan.pack.PackExport;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.web.NumberedServlet;

/** Sends a collection for another installation, as far as the person may read it. */
@OpenTo("everyone")
@WebServlet("/collection-pack")
public class CollectionPackServlet extends NumberedServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient PackExport export;

  public CollectionPackServlet() {
    super("collection");
  }

  @Override
  protected void answer(long id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    CollectionInFull plan = export.plan(id);
    ZipAnswer.begin(response, "collection-" + id);
    export.write(plan, response.getOutputStream());
  }
}
