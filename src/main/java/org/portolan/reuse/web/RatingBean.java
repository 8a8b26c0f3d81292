package org.portolan.reuse.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.reuse.Rating;
import org.portolan.reuse.Ratings;

/** What readers think of a practice, and the buttons by which they say it. */
@Named("ratingPage")
@RequestScoped
public class RatingBean {
  @Inject private Ratings ratings;
  @Inject private PageParameters parameters;

  private Rating rating;

  /** The buttons stand on the page of the practice, and lead back there. */
  public void open() throws IOException {
    String code = String.valueOf(parameters.get("code"));
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    if (((HttpServletRequest) external.getRequest()).getMethod().equals("POST")) {
      boolean useful =
          switch (parameters.typed("useful")) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new NotFound("a button");
          };
      code = ratings.rate(code, useful).code();
    } else {
      code = ratings.practice(code).code();
    }
    external.redirect("/knowledge/" + code + "#readers");
  }

  public Rating of(long practice) {
    if (rating == null) {
      rating = ratings.of(practice);
    }
    return rating;
  }
}
