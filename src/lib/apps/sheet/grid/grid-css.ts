/** Loaded with the window only: these files are heavy, and Kit would link them on the first page. */
import 'handsontable/styles/handsontable.min.css';
import 'handsontable/styles/ht-theme-main.min.css';
import './grid.css';
