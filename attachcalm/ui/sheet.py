"""The one style sheet, written from the tokens as text. No Qt in here.

Widgets are picked out by class and by the dynamic property `kind` ("primary", "card", ...).
Qt style sheets count `min-height` without border and padding, and drop a `border-radius` larger
than half the height without a word, so heights and radii are worked out together here.
"""

from attachcalm.ui import tokens
from attachcalm.ui.tokens import Look, Theme, Type, blend

EDGE = 2  # border of everything that can be pressed, pixels at every text size


def sheet(theme: Theme, scale: float) -> str:
    """Return the whole style sheet for `theme` with every pixel token times `scale`."""
    look = Look(theme, scale)
    parts = (grounds, words, buttons, pills, places, fields, sliders, scroll_bars, tables, popups)
    return "\n".join(part(theme, look) for part in parts)


def font(kind: Type, look: Look) -> str:
    """Return the declarations of one kind of text."""
    return f"font-size: {look.px(kind.size)}px; font-weight: {kind.weight};"


def grounds(theme: Theme, look: Look) -> str:
    """Cards, the rail and the lines between rows."""
    card = f"border: 1px solid {theme.border}; border-radius: {look.px(tokens.RADIUS_CARD)}px;"
    return f"""
QFrame[kind="card"] {{ background: {theme.surface}; {card} }}
QFrame[kind="soft"] {{ background: {theme.primary_soft}; {card} }}
QFrame[kind="sos_soft"] {{ background: {theme.sos_soft}; {card} }}
QFrame[kind="rail"] {{ background: {theme.sunken}; border: 0;
  border-right: 1px solid {theme.border}; }}
QFrame[kind="line"] {{ background: {theme.border}; border: 0; min-height: 1px; max-height: 1px; }}
QFrame[kind="soft"] QLabel {{ color: {theme.on_soft}; }}
QFrame[kind="sos_soft"] QLabel {{ color: {theme.on_sos_soft}; }}
QGroupBox {{ border: 0; margin: 0; padding: 0; }}
QScrollArea {{ border: 0; background: {theme.bg}; }}
"""


def words(theme: Theme, look: Look) -> str:
    """Return the rules for labels, by what the text is."""
    half = look.px(12)
    chip = f"border-radius: {half}px; padding: 0 {look.px(12)}px; min-height: {2 * half}px;"
    return f"""
QLabel {{ background: transparent; }}
QLabel[kind="display"] {{ {font(tokens.DISPLAY, look)} }}
QLabel[kind="title"] {{ {font(tokens.TITLE, look)} }}
QLabel[kind="heading"] {{ {font(tokens.HEADING, look)} }}
QLabel[kind="label"] {{ {font(tokens.LABEL, look)} }}
QLabel[kind="muted"] {{ color: {theme.muted}; }}
QLabel[kind="small"] {{ {font(tokens.SMALL, look)} color: {theme.muted}; }}
QLabel[kind="caption"] {{ {font(tokens.CAPTION, look)} }}
QLabel[kind="ok"] {{ {font(tokens.LABEL, look)} color: {theme.ok}; }}
QLabel[kind="warn"] {{ {font(tokens.LABEL, look)} color: {theme.warn}; }}
QLabel[kind="chip"] {{ {font(tokens.Type(13, 500), look)} {chip}
  color: {theme.on_soft}; background: {theme.primary_soft}; }}
"""


def buttons(theme: Theme, look: Look) -> str:
    """Return the rules for push buttons: one filled per card, help-now the only warm fill."""
    inside = look.px(tokens.TARGET) - 2 * EDGE
    small = look.px(tokens.TARGET_SMALL) - 2 * EDGE
    off = f"color: {theme.muted}; background: {theme.sunken}; border-color: {theme.border};"
    return f"""
QPushButton {{ {font(tokens.LABEL, look)} min-height: {inside}px; padding: 0 {look.px(16)}px;
  border: {EDGE}px solid {theme.border}; border-radius: {look.px(tokens.RADIUS_CONTROL)}px;
  color: {theme.text}; background: {theme.surface}; icon-size: {look.px(28)}px; outline: 0; }}
QPushButton:hover {{ border-color: {theme.border_strong}; }}
QPushButton:pressed {{ background: {theme.primary_soft}; }}
QPushButton:disabled {{ {off} }}
QPushButton[kind="primary"] {{ {filled(theme.primary, theme.on_primary)} }}
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed {{
  {filled(theme.primary_hover, theme.on_primary)} }}
QPushButton[kind="primary"]:disabled {{ {off} }}
QPushButton[kind="sos"], QPushButton[kind="sos_big"] {{ {filled(theme.sos, theme.on_sos)} }}
QPushButton[kind="sos"]:hover, QPushButton[kind="sos"]:pressed,
QPushButton[kind="sos_big"]:hover, QPushButton[kind="sos_big"]:pressed {{
  {filled(theme.sos_hover, theme.on_sos)} }}
QPushButton[kind="sos_big"] {{ {font(tokens.Type(19, 600), look)}
  min-height: {look.px(88) - 2 * EDGE}px; }}
QPushButton[kind="ghost"] {{ background: transparent; border-color: transparent; }}
QPushButton[kind="ghost"]:hover {{ background: {theme.primary_soft}; color: {theme.on_soft}; }}
QPushButton[kind="ghost"]:disabled {{ color: {theme.muted}; background: transparent; }}
QPushButton[compact="true"] {{ min-height: {small}px; padding: 0 {look.px(12)}px; }}
QPushButton[iconOnly="true"] {{ icon-size: {look.px(20)}px; padding: 0; min-width: {inside}px; }}
QPushButton[iconOnly="true"][compact="true"] {{ min-width: {small}px; }}
"""


def filled(ground: str, words_on_it: str) -> str:
    """Return the declarations of a filled button."""
    return f"background: {ground}; border-color: {ground}; color: {words_on_it};"


def pills(theme: Theme, look: Look) -> str:
    """Return the rules for round-ended switches (push buttons) and ranges (radio buttons)."""
    height = look.px(38)
    chosen = f"color: {theme.on_chosen}; background: {theme.chosen};"
    return f"""
QPushButton[kind="pill"], QRadioButton[kind="pill"] {{ {font(tokens.LABEL, look)}
  min-height: {height - 2 * EDGE}px; max-height: {height - 2 * EDGE}px;
  border: {EDGE}px solid {theme.border}; border-radius: {height // 2}px;
  padding: 0 {look.px(14)}px; color: {theme.text}; background: {theme.surface};
  icon-size: {look.px(28)}px; outline: 0; }}
QPushButton[kind="pill"]:hover, QRadioButton[kind="pill"]:hover {{
  border-color: {theme.border_strong}; }}
QPushButton[kind="pill"]:checked, QRadioButton[kind="pill"]:checked {{
  {chosen} border-color: {theme.primary}; }}
QPushButton[kind="pill"]:disabled, QRadioButton[kind="pill"]:disabled {{ color: {theme.muted}; }}
QRadioButton[kind="pill"]::indicator, QRadioButton[kind="nav"]::indicator {{
  width: 0; height: 0; margin: 0; border: 0; background: transparent; image: none; }}
QRadioButton[kind="pill"], QRadioButton[kind="nav"] {{ spacing: 0; }}
"""


def places(theme: Theme, look: Look) -> str:
    """Return the rules for the places in the rail."""
    return f"""
QRadioButton[kind="nav"] {{ {font(tokens.LABEL, look)}
  min-height: {look.px(tokens.TARGET)}px; padding: 0 {look.px(14)}px; border: 0;
  border-radius: {look.px(tokens.RADIUS_CONTROL)}px; color: {theme.text}; background: transparent;
  icon-size: {look.px(28)}px; outline: 0; }}
QRadioButton[kind="nav"][compact="true"] {{ min-height: {look.px(tokens.TARGET_SMALL)}px; }}
QRadioButton[kind="nav"]:hover {{ background: {blend(theme.primary_soft, theme.sunken, 0.6)}; }}
QRadioButton[kind="nav"]:checked {{ color: {theme.on_chosen}; background: {theme.chosen};
  font-weight: 600; }}
"""


def fields(theme: Theme, look: Look) -> str:
    """Return the rules for what the person types into or picks from."""
    inside = look.px(tokens.TARGET) - 2 * EDGE
    return f"""
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox {{
  border: {EDGE}px solid {theme.border_strong};
  border-radius: {look.px(tokens.RADIUS_CONTROL)}px; padding: 0 {look.px(12)}px;
  color: {theme.text}; background: {theme.surface};
  selection-color: {theme.on_primary}; selection-background-color: {theme.primary}; }}
QLineEdit, QPlainTextEdit {{ placeholder-text-color: {theme.muted}; }}
QComboBox::drop-down {{ border: 0; width: {look.px(36)}px; }}
QComboBox::down-arrow {{ image: none; }}
QLineEdit, QComboBox, QSpinBox {{ min-height: {inside}px; }}
QPlainTextEdit, QTextEdit {{ padding: {look.px(8)}px; }}
QTextBrowser {{ border: 0; background: transparent; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus {{
  border-color: {theme.focus}; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {{
  color: {theme.muted}; background: {theme.sunken}; border-color: {theme.border}; }}
QComboBox QAbstractItemView {{ border: 1px solid {theme.border_strong}; outline: 0;
  background: {theme.surface}; color: {theme.text};
  selection-background-color: {theme.primary_soft}; selection-color: {theme.on_soft}; }}
QComboBox QAbstractItemView::item {{ min-height: {look.px(tokens.TARGET_SMALL)}px; }}
"""


def sliders(theme: Theme, look: Look) -> str:
    """Return the rules for sliders and progress: a full groove up to the value."""
    groove, knob, ring = look.px(6), look.px(28), look.px(3)
    out = (knob - groove) // 2
    bar = look.px(8)
    return f"""
QSlider {{ min-height: {knob + 2}px; background: transparent; }}
QSlider::groove:horizontal {{ height: {groove}px; border-radius: {groove // 2}px;
  background: {theme.chart_grid}; }}
QSlider::sub-page:horizontal {{ background: {theme.primary}; border-radius: {groove // 2}px; }}
QSlider::handle:horizontal {{ width: {knob - 2 * ring}px; margin: -{out}px 0;
  border: {ring}px solid {theme.primary}; border-radius: {(groove + 2 * out) // 2}px;
  background: {theme.surface}; }}
QSlider::handle:horizontal:hover {{ background: {theme.primary_soft}; }}
QSlider::handle:horizontal:disabled, QSlider::sub-page:horizontal:disabled {{
  border-color: {theme.border_strong}; background: {theme.sunken}; }}
QProgressBar {{ min-height: {bar}px; max-height: {bar}px; border: 0;
  border-radius: {bar // 2}px; background: {theme.chart_grid}; color: {theme.text}; }}
QProgressBar::chunk {{ border-radius: {bar // 2}px; background: {theme.primary}; }}
"""


def scroll_bars(theme: Theme, look: Look) -> str:
    """Return the rules for scroll bars: thin, always visible where there is more."""
    wide = look.px(12)
    grip = f"background: {theme.border_strong}; border-radius: {(wide - 6) // 2}px; margin: 3px;"
    return f"""
QScrollBar {{ background: transparent; border: 0; margin: 0; }}
QScrollBar:vertical {{ width: {wide}px; }}
QScrollBar:horizontal {{ height: {wide}px; }}
QScrollBar::handle {{ {grip} }}
QScrollBar::handle:vertical {{ min-height: {look.px(36)}px; }}
QScrollBar::handle:horizontal {{ min-width: {look.px(36)}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def tables(theme: Theme, look: Look) -> str:
    """Return the rules for tables and lists."""
    return f"""
QTableView, QListView {{ background: {theme.surface}; color: {theme.text};
  border: 1px solid {theme.border}; border-radius: {look.px(tokens.RADIUS_CONTROL)}px;
  gridline-color: {theme.chart_grid}; outline: 0;
  selection-background-color: {theme.primary_soft}; selection-color: {theme.on_soft}; }}
QTableView::item {{ padding: 0 {look.px(8)}px; border-bottom: 1px solid {theme.chart_grid}; }}
QHeaderView {{ background: transparent; border: 0; }}
QHeaderView::section {{ {font(tokens.Type(13, 500), look)} background: {theme.sunken};
  color: {theme.muted}; border: 0; border-bottom: 1px solid {theme.border};
  padding: {look.px(8)}px; }}
QTableCornerButton::section {{ background: {theme.sunken}; border: 0; }}
"""


def popups(theme: Theme, look: Look) -> str:
    """Return the rules for menus and tool tips."""
    row = f"padding: {look.px(8)}px {look.px(16)}px;"
    return f"""
QToolTip {{ {font(tokens.SMALL, look)} color: {theme.bg}; background: {theme.text};
  border: 1px solid {theme.text}; padding: {look.px(4)}px {look.px(8)}px; }}
QMenuBar {{ background: {theme.sunken}; color: {theme.text}; }}
QMenuBar::item {{ background: transparent; padding: {look.px(4)}px {look.px(12)}px; }}
QMenuBar::item:selected {{ background: {theme.primary_soft}; color: {theme.on_soft}; }}
QMenu {{ background: {theme.surface}; color: {theme.text}; border: 1px solid {theme.border}; }}
QMenu::item {{ {row} }}
QMenu::item:selected {{ background: {theme.primary_soft}; color: {theme.on_soft}; }}
QMenu::item:disabled {{ color: {theme.muted}; }}
QMenu::separator {{ height: 1px; background: {theme.border}; margin: {look.px(4)}px 0; }}
"""
