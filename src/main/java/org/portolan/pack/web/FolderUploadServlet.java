package org.portolan.pack.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.portolan.pack.Folders;
import org.portolan.pack.PackImports;
import org.portolan.pack.RefusedPack;
import org.portolan.pack.SentFile;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.web.Address;
import org.portolan.platform.web.FormFiles;
import org.portolan.platform.web.QueryParameters;

/** Takes documents, or a zip of them, reads what of them it can and leads to what would come. */
@OpenTo("everyone")
@MultipartConfig(
    fileSizeThreshold = 1024 * 1024,
    maxFileSize = PackImports.LARGEST,
    maxRequestSize = PackImports.LARGEST + 1024 * 1024)
@WebServlet("/desk/folders/upload")
public class FolderUploadServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient PackImports packs;
  @Inject private transient Folders folders;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    packs.regions();
    String wrong;
    List<Part> parts = new ArrayList<>();
    try {
      for (Part part : request.getParts()) {
        if (part.getName().equals("file") && part.getSize() > 0) {
          parts.add(part);
        }
      }
      String region = QueryParameters.text(request.getParameter("region"));
      String language = QueryParameters.text(request.getParameter("language"));
      String theme = Objects.requireNonNullElse(request.getParameter("theme"), "").strip();
      if (parts.isEmpty()) {
        wrong = "none";
      } else if (region == null || !packs.regions().contains(region)) {
        wrong = "region";
      } else if (language == null || Language.of(language).isEmpty()) {
        wrong = "usual";
      } else if (!packs.room(region)) {
        wrong = "room";
      } else {
        long id =
            folders.send(
                new Folders.Usual(region, language, theme),
                parts.stream().map(FolderUploadServlet::sent).toList());
        response.sendRedirect("/desk/folders/" + id + (readOn(id) ? "?done=reading" : ""));
        return;
      }
    } catch (RefusedPack refused) {
      wrong = refused.code();
    } catch (IllegalStateException | ServletException | IOException e) {
      wrong = FormFiles.tooLarge(request, e, PackImports.LARGEST) ? "large" : "none";
    } finally {
      for (Part part : parts) {
        part.delete();
      }
    }
    response.sendRedirect(Address.of("/desk/folders", Map.of("wrong", wrong)));
  }

  private boolean readOn(long id) {
    try {
      return folders.read(id);
    } catch (RefusedPack refused) {
      // its page says so
      return false;
    }
  }

  private static SentFile sent(Part part) {
    return new SentFile() {
      @Override
      public String name() {
        return Objects.requireNonNullElse(part.getSubmittedFileName(), "");
      }

      @Override
      public InputStream open() throws IOException {
        return part.getInputStream();
      }
    };
  }

  /** For whoever loads the address again. */
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    packs.regions();
    response.sendRedirect("/desk/folders");
  }
}
