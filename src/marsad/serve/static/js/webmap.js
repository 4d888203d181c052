// The map that moves: MapLibre on Natural Earth's areas, without tiles, glyphs or anything from elsewhere.
// Towns are circles that gather when they are close; what is known only roughly is an area: a governorate its shape,
// another place the circle that surely holds it.
import * as maplibre from "../maplibre/maplibre-gl.mjs";

const ROUGH = 15; // kilometres from which a place is drawn as an area
const VAGUE = 150; // kilometres from which it has a name and no outline: it would cover all others
const KM = 111.2; // kilometres a degree of latitude
const FONT = ["Plex Arabic"];

/** Colours of the style sheet, as the browser works them out for the theme. */
const colours = () => {
  const probe = document.body.appendChild(document.createElement("span"));
  const found = {};
  for (const name of ["sunk", "card", "ink", "faint", "edge", "line", "accent", "warn"]) {
    probe.style.color = `var(--${name})`;
    found[name] = getComputedStyle(probe).color;
  }
  probe.remove();
  return found;
};

const point = (spot, properties) =>
  ({ type: "Feature", properties, geometry: { type: "Point", coordinates: [spot.lon, spot.lat] } });

const circle = (spot, n) => {
  const ring = Array.from({ length: 49 }, (_, k) => {
    const turn = (k / 48) * 2 * Math.PI, degrees = spot.uncertainty_km / KM;
    return [spot.lon + (degrees * Math.cos(turn)) / Math.cos((spot.lat * Math.PI) / 180), spot.lat + degrees * Math.sin(turn)];
  });
  return { type: "Feature", id: n, properties: { spot: n }, geometry: { type: "Polygon", coordinates: [ring] } };
};

const collection = (features) => ({ type: "FeatureCollection", features });

/** The style: what is drawn, from the lowest. */
const style = (shapes, rough, lang) => {
  const c = colours();
  const held = ["coalesce", ["feature-state", "n"], 0];
  const shade = (least, most) => ["case", [">", held, 0], ["interpolate", ["linear"], held, 1, least, 200, most], 0];
  const words = (size) => ({ "text-font": FONT, "text-size": size, "text-max-width": 9 });
  const halo = { "text-color": c.ink, "text-halo-color": c.card, "text-halo-width": 2 };
  const label = (kind, size, from, to) => ({
    id: kind, type: "symbol", source: "shapes", minzoom: from, maxzoom: to,
    filter: ["all", ["==", ["get", "layer"], "label"], ["==", ["get", "kind"], kind]],
    layout: { ...words(size), "text-field": ["get", lang] }, paint: { ...halo, "text-color": c.faint },
  });
  return {
    version: 8,
    sources: {
      shapes: { type: "geojson", data: shapes, promoteId: "id" },
      rough: { type: "geojson", data: collection(rough) },
      spots: { type: "geojson", data: collection([]), cluster: true, clusterRadius: 34, clusterProperties: { n: ["+", ["get", "n"]] } },
      areas: { type: "geojson", data: collection([]) },
    },
    layers: [
      { id: "ground", type: "background", paint: { "background-color": c.sunk } },
      { id: "land", type: "fill", source: "shapes", filter: ["==", ["get", "layer"], "area"], paint: { "fill-color": c.card, "fill-outline-color": c.line } },
      { id: "area", type: "fill", source: "shapes", filter: ["==", ["get", "layer"], "area"], paint: { "fill-color": c.warn, "fill-opacity": shade(0.16, 0.5) } },
      { id: "lines", type: "line", source: "shapes", filter: ["==", ["get", "layer"], "area"], paint: { "line-color": c.edge, "line-width": 0.6, "line-opacity": ["interpolate", ["linear"], ["zoom"], 3, 0.3, 6, 0.8] } },
      { id: "rough", type: "fill", source: "rough", paint: { "fill-color": c.warn, "fill-opacity": shade(0.1, 0.3) } },
      { id: "rough-edge", type: "line", source: "rough", paint: { "line-color": c.warn, "line-dasharray": [3, 2], "line-opacity": ["case", [">", held, 0], 0.9, 0] } },
      label("governorate", 11, 5.2, 24),
      label("country", 14, 0, 6),
      { id: "spot", type: "circle", source: "spots", paint: { "circle-color": c.accent, "circle-opacity": 0.75, "circle-stroke-color": c.card, "circle-stroke-width": 1, "circle-radius": ["min", 30, ["+", 5, ["*", 1.2, ["sqrt", ["get", "n"]]]]] } },
      { id: "count", type: "symbol", source: "spots", filter: [">", ["get", "n"], 20], layout: { ...words(12), "text-field": ["to-string", ["get", "n"]], "text-allow-overlap": true }, paint: { "text-color": c.card } },
      { id: "area-name", type: "symbol", source: "areas", minzoom: 4.5, layout: { ...words(12), "text-field": ["concat", ["get", "name"], "\n", ["to-string", ["get", "n"]]] }, paint: { ...halo, "text-color": c.warn } },
      { id: "name", type: "symbol", source: "spots", filter: ["!", ["has", "point_count"]], layout: { ...words(13), "text-field": ["get", "name"], "text-variable-anchor": ["top", "bottom", "left", "right"], "text-radial-offset": 1.1, "symbol-sort-key": ["-", 0, ["get", "n"]] }, paint: halo },
    ],
  };
};

/** Draws the map into `holder` and keeps it at what `happening` looks at. Resolves when it can be seen. */
export const webmap = async (holder, happening) => {
  const { shapes, lang, events, why, bounds } = holder.dataset;
  const told = JSON.parse(holder.dataset.words);
  const { spots } = happening;
  const known = new Set((await (await fetch(shapes)).json()).features.map((feature) => feature.properties.id));
  const shapeOf = (spot) => (spot.kind === "governorate" && known.has(`${spot.country}|${spot.admin1}`) ? `${spot.country}|${spot.admin1}` : null);
  const nameOf = (spot) => (lang === "ar" ? spot.text : spot.name);
  const kinds = spots.map((spot) => (shapeOf(spot) ? "shape" : spot.uncertainty_km >= ROUGH ? "rough" : "point"));
  const rough = spots.map(circle).filter((_, n) => kinds[n] === "rough" && spots[n].uncertainty_km < VAGUE);
  await Promise.all([document.fonts.load('400 13px "Plex Arabic"', "مرصد"), document.fonts.load('400 13px "Plex Arabic"', "a1")]);
  holder.hidden = false;
  const map = new maplibre.Map({
    container: holder, style: style(shapes, rough, lang), hash: "map", attributionControl: false, dragRotate: false,
    touchPitch: false, maxZoom: 11, renderWorldCopies: false, bounds: JSON.parse(bounds), locale: told.locale,
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new maplibre.NavigationControl({ showCompass: false }), document.dir === "rtl" ? "top-left" : "top-right");
  map.addControl(new maplibre.ScaleControl(), document.dir === "rtl" ? "bottom-left" : "bottom-right");

  const draw = () => {
    const { at } = happening.counts();
    const features = (kind) => spots.flatMap((spot, n) => (at[n] && (kinds[n] === "point") === kind ? [point(spot, { spot: n, n: at[n], name: nameOf(spot) })] : []));
    map.getSource("spots").setData(collection(features(true)));
    map.getSource("areas").setData(collection(features(false)));
    spots.forEach((spot, n) => {
      if (kinds[n] === "shape") map.setFeatureState({ source: "shapes", id: shapeOf(spot) }, { n: at[n], spot: n });
      if (kinds[n] === "rough" && spot.uncertainty_km < VAGUE) map.setFeatureState({ source: "rough", id: n }, { n: at[n] });
    });
  };
  await map.once("load");
  draw();
  happening.addEventListener("narrowed", draw);
  const themed = () => map.setStyle(style(shapes, rough, lang)).once("styledata", draw);
  document.querySelector("[data-theme-switch]")?.addEventListener("click", () => requestAnimationFrame(themed));

  const popup = (n, at) => {
    const spot = spots[n];
    const shown = document.createElement("div");
    const line = (tag, text, more = {}) => shown.appendChild(Object.assign(document.createElement(tag), { textContent: text, ...more }));
    line("strong", nameOf(spot), { dir: "auto" });
    line("p", told.count.replace("{n}", happening.counts().at[n].toLocaleString("en")));
    if (kinds[n] !== "point") line("p", told.rough, { className: "faint small" });
    line("a", told.events, { href: happening.carried(`${events}&place=${encodeURIComponent(spot.id)}`) });
    line("a", told.why, { href: `${why}${why.includes("?") ? "&" : "?"}place=${encodeURIComponent(spot.id)}` });
    shown.className = "spot-told";
    new maplibre.Popup({ maxWidth: "18rem" }).setLngLat(at).setDOMContent(shown).addTo(map);
  };
  map.on("click", async (event) => {
    const [found] = map.queryRenderedFeatures(event.point, { layers: ["spot", "area-name", "rough", "area"] })
      .filter((feature) => feature.layer.id === "spot" || feature.layer.id === "area-name" || feature.state.n > 0);
    if (!found) return;
    if (found.properties.cluster) {
      const zoom = await map.getSource("spots").getClusterExpansionZoom(found.properties.cluster_id);
      map.easeTo({ center: found.geometry.coordinates, zoom: Math.max(zoom, map.getZoom() + 1) });
    } else popup(found.properties.spot ?? found.state.spot, event.lngLat);
  });
  map.on("mousemove", (event) => {
    const over = map.queryRenderedFeatures(event.point, { layers: ["spot", "area-name"] }).length > 0;
    map.getCanvas().style.cursor = over ? "pointer" : "";
  });
  holder.marsadMap = map;
};
