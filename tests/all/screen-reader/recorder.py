"""
Loaded by Orca when it starts, in place of a synthesizer of speech: what would be spoken goes, a JSON
object a line, to the socket that SPOKEN names. `text` is spoken; `end` says that say-all is through,
`rest` that Orca has nothing left to do.
"""
import json
import os
import socket

from gi.repository import GLib
from orca import settings, speech, speechserver

listener = socket.socket(socket.AF_UNIX)
listener.connect(os.environ['SPOKEN'])


def tell(**line):
    listener.sendall((json.dumps(line) + '\n').encode())


class Recorder(speechserver.SpeechServer):
    saying = 0
    busy = False

    def spoken(self, text):
        tell(text=text)
        if not self.busy:
            self.busy = True
            GLib.idle_add(self.rest, priority=GLib.PRIORITY_LOW)

    def rest(self):
        self.busy = False
        tell(rest=True)
        return False

    def speak(self, text=None, acss=None, interrupt=True):
        if isinstance(text, str) and text:
            self.spoken(text)

    def speakCharacter(self, character, acss=None):
        self.spoken(character)

    def sayAll(self, utterances, progress):
        self.saying += 1
        GLib.idle_add(self.next, utterances, progress, self.saying)

    def next(self, utterances, progress, turn):
        if turn != self.saying:
            return False
        try:
            context, _ = next(utterances)
        except StopIteration:
            GLib.idle_add(self.end, priority=GLib.PRIORITY_LOW)
            return False
        self.spoken(context.utterance)
        context.currentOffset = context.endOffset
        progress(context.copy(), speechserver.SayAllContext.COMPLETED)
        return True

    def end(self):
        tell(end=True)
        return False

    def stop(self):
        self.saying += 1

    def getVoiceFamilies(self):
        return []


def start(*_):
    speech._speechserver = Recorder()


speech._initSpeechServer = start
# A walk from heading to heading ends at the last one, and says so.
settings.wrappedStructuralNavigation = False
