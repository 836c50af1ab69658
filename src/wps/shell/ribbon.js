/* exported OnAddinLoad, OnAction, GetLabel, GetImage */
/**
 * The ribbon's callbacks, which WPS looks up as global functions. None may be async: WPS 12.1.0.23542 shows no ribbon
 * then. This page and each pane are worlds of their own; they share PluginStorage and nothing else.
 */
var TIANBAO_LABELS = {
  tianbaoPane: { zh: '打开面板', en: 'Pane' },
  tianbaoCheck: { zh: '校验', en: 'Check' },
  tianbaoMark: { zh: '标记', en: 'Mark' },
  tianbaoClear: { zh: '清除标记', en: 'Clear marks' },
  tianbaoHelp: { zh: '帮助', en: 'Help' },
};

var TIANBAO_IMAGES = {
  tianbaoPane: 'pane',
  tianbaoCheck: 'check',
  tianbaoMark: 'mark',
  tianbaoClear: 'clear',
  tianbaoHelp: 'help',
};

var TIANBAO_COMMANDS = { tianbaoCheck: 'check', tianbaoMark: 'mark', tianbaoClear: 'clear' };

/** The storage is shared with the text and slide programs: keys say whose they are. */
var TIANBAO_KEY = 'tianbao.et.';
var TIANBAO_WIDTH = 380;
var TIANBAO_DOCKED_RIGHT = 2;

/** Panes that have not been shown again since they were made, by window. */
var tianbaoFresh = {};

function OnAddinLoad(ribbonUI) {
  var app = window.Application;
  try {
    if (app && typeof app.ribbonUI !== 'object') app.ribbonUI = ribbonUI;
  } catch (error) {
    // Only for refreshing, which can do without.
  }
  tianbaoListen('WindowActivate', tianbaoWindowActivated);
  return true;
}

function GetLabel(control) {
  var label = TIANBAO_LABELS[control.Id];
  return label ? label[tianbaoLanguage()] : '';
}

function GetImage(control) {
  return 'icons/' + (TIANBAO_IMAGES[control.Id] || 'form') + '.svg';
}

function OnAction(control) {
  var id = control.Id;
  if (id === 'tianbaoPane') tianbaoToggle();
  else if (id === 'tianbaoHelp') tianbaoHelp();
  else if (TIANBAO_COMMANDS[id]) tianbaoCommand(TIANBAO_COMMANDS[id]);
  else if (id.indexOf('tianbaoForm') === 0) tianbaoCommand('form ' + control.Tag);
  return true;
}

function tianbaoLanguage() {
  return /^en/i.test(window.navigator.language || '') ? 'en' : 'zh';
}

/** What is meant for add-ins stands on `Application` in some builds and on `wps` in others, in two spellings. */
function tianbaoCall(names, parameters) {
  var roots = [window.Application, window.wps];
  for (var r = 0; r < roots.length; r++) {
    for (var n = 0; n < names.length; n++) {
      try {
        var found = roots[r] && roots[r][names[n]];
        if (found) return found.apply(roots[r], parameters);
      } catch (error) {
        // Of a pane that is no more some builds answer null, others throw.
      }
    }
  }
  return null;
}

function tianbaoOwner(name) {
  var roots = [window.Application, window.wps];
  for (var r = 0; r < roots.length; r++) {
    try {
      var found = roots[r] && roots[r][name];
      if (found) return found;
    } catch (error) {
      // The next one.
    }
  }
  return null;
}

function tianbaoStored(key) {
  try {
    return tianbaoOwner('PluginStorage').getItem(TIANBAO_KEY + key);
  } catch (error) {
    return null;
  }
}

function tianbaoStore(key, value) {
  try {
    tianbaoOwner('PluginStorage').setItem(TIANBAO_KEY + key, value);
  } catch (error) {
    // Then the next press makes another pane.
  }
}

function tianbaoListen(name, listener) {
  try {
    tianbaoOwner('ApiEvent').AddApiEventListener(name, listener);
  } catch (error) {
    // Not every build has every event.
  }
}

/** Panes belong to the window that they were made in. */
function tianbaoWindow() {
  try {
    var handle = window.Application.ActiveWindow.Hwnd;
    if (typeof handle === 'function') handle = window.Application.ActiveWindow.Hwnd();
    if (handle) return String(handle);
  } catch (error) {
    // No workbook is open, or this build does not tell.
  }
  return 'any';
}

/** The folder that the add-in lies in: an address, or a path where it was installed from a package. */
function tianbaoFolder() {
  var address = document.location.toString().split(/[?#]/)[0];
  var folder = address.substring(0, address.lastIndexOf('/'));
  try {
    return decodeURI(folder);
  } catch (error) {
    return folder;
  }
}

/** The pane of this window, as it is known; `null` where there is none yet, or no more. */
function tianbaoKnownPane(place) {
  var known = String(tianbaoStored('window.' + place) || '').split(' ');
  if (known.length !== 2) return null;
  var pane = tianbaoCall(['GetTaskPane', 'GetTaskpane'], [Number(known[0])]);
  return pane ? { pane: pane, token: known[1] } : null;
}

function tianbaoMakePane(place) {
  // The page learns from its address which pane it is; what it is told to do is kept under that name.
  var token = String(new Date().getTime()) + String(Math.floor(Math.random() * 1000));
  var address = tianbaoFolder() + '/taskpane.html#pane=' + token;
  var pane = tianbaoCall(['CreateTaskPane', 'CreateTaskpane'], [address, '填报助手']);
  if (!pane) return null;
  tianbaoStore('window.' + place, String(pane.ID) + ' ' + token);
  tianbaoStore('id.' + token, String(pane.ID));
  tianbaoFresh[place] = true;
  try {
    pane.DockPosition = TIANBAO_DOCKED_RIGHT;
    pane.Width = TIANBAO_WIDTH;
  } catch (error) {
    // Where and how wide the program likes.
  }
  return { pane: pane, token: token };
}

function tianbaoPane() {
  var place = tianbaoWindow();
  return tianbaoKnownPane(place) || tianbaoMakePane(place);
}

function tianbaoToggle() {
  var place = tianbaoWindow();
  var known = tianbaoKnownPane(place);
  if (known) known.pane.Visible = !known.pane.Visible;
  else tianbaoShow(tianbaoMakePane(place));
}

function tianbaoShow(known) {
  if (known && !known.pane.Visible) known.pane.Visible = true;
}

/** Opens the pane of this window and leaves word there; the pane looks for it a few times a second. */
function tianbaoCommand(command) {
  var known = tianbaoPane();
  if (!known) return;
  tianbaoStore('command.' + known.token, command);
  tianbaoShow(known);
}

/** The first picture of a pane may have a wrong height until it is shown once more. */
function tianbaoWindowActivated() {
  var place = tianbaoWindow();
  if (!tianbaoFresh[place]) return;
  delete tianbaoFresh[place];
  var known = tianbaoKnownPane(place);
  try {
    if (known && known.pane.Visible) {
      known.pane.Visible = false;
      known.pane.Visible = true;
    }
  } catch (error) {
    // It stays as it is.
  }
}

/** Sizes are in pixels of the screen. */
function tianbaoHelp() {
  var ratio = window.devicePixelRatio || 1;
  var size = [Math.round(720 * ratio), Math.round(560 * ratio)];
  var title = tianbaoLanguage() === 'en' ? 'Tianbao help' : '填报助手 帮助';
  tianbaoCall(['ShowDialog'], [tianbaoFolder() + '/help.html', title, size[0], size[1], false]);
}
