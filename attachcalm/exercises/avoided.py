"""The words that no text may say to a person in distress: data, with a reason and another way.

`everywhere` holds for all texts of the app, not only for exercises.  The words are regular
expressions that are searched for as whole words, whatever their capitals.
"""

from typing import NamedTuple


class Avoided(NamedTuple):
    """Words that do the same harm, why they do it, and a sentence that says what to write."""

    kind: str
    words: str
    why: str
    instead: str
    everywhere: bool = False


_PRESSES = "it presses, and pressed people try harder instead of settling"
_PROMISES = "it promises what nobody can know"
_ASSUMES = "not everybody has or had one"
_LABELS = "it makes a person into a case"
_GAME = "practice is no game, and whoever is low reads a lost game as failure"

AVOIDED = (
    # ------------------------------------------------------------ pressing
    Avoided("pressing", r"should|shouldn't|must|mustn't|have to|need to try", _PRESSES,
            'Write "you could", "you might", or "if you like".'),
    Avoided("pressing", r"just|simply|obviously", "it says that this is easy, and it may not be",
            "Leave this word out."),
    Avoided("pressing", r"relax|calm down|don't worry", "nobody can do that by being told to",
            'Write a small thing to do, such as "let your shoulders soften, if they like".'),
    Avoided("pressing", r"deepest|deeper and deeper|let go completely|give in|surrender",
            "giving up control frightens many people",
            'Write "a little more" or "as far as you like".'),
    Avoided("pressing", r"clear your mind", "no mind can be cleared",
            'Write "thoughts can come and go".'),
    Avoided("pressing", r"close your eyes", "with closed eyes some people feel unsafe",
            'Write "your eyes can stay open, or rest on one spot".'),
    Avoided("pressing", r"perfect", "it measures", 'Write "good enough" or "fine as it is".'),
    Avoided("pressing", r"good girl|good boy", "it talks down to people",
            'Write "thank you", or nothing.'),
    # ------------------------------------------------------------ promising
    Avoided("promising", r"safe now|you are safe|you're safe|completely safe|nothing can harm",
            "it may not be true where the person is",
            'Write "safe enough" or "you are here, it is now".'),
    Avoided("promising", r"guarantee\w*|always works|will feel|will help|will work|will be fine|"
            r"will be okay", _PROMISES, 'Write "may", "might" or "some people find".'),
    Avoided("promising", r"heals?|healed|fix(es)? you|treats|treatment for", _PROMISES,
            'Write "may ease" or "some people find it helps".'),
    # ------------------------------------------------------------ assuming
    Avoided("assuming", r"mother|mum|mom|father|dad|parents?|childhood|as a child|"
            r"when you were little", _ASSUMES,
            'Write "someone who has cared for you, if anyone comes to mind".'),
    Avoided("assuming", r"husband|wife|boyfriend|girlfriend|partner|your child|your children|"
            r"your family", _ASSUMES, 'Write "someone close to you" or "the other person".'),
    Avoided("assuming", r"at home|your home|your bed|your chair|both feet|stand up", _ASSUMES,
            'Write "where you are" or "what holds you up".'),
    Avoided("assuming", r"god|prayer|pray", _ASSUMES,
            'Write "a figure of faith, if you have one".'),
    Avoided("assuming", r"ladies|guys", "not everybody is one", 'Write "everyone" or "you".'),
    # ------------------------------------------------------------ labelling
    Avoided("labelling", r"disorder|patient|symptoms?|diagnos\w+", _LABELS,
            "Write what the person can notice themselves."),
    Avoided("labelling", r"broken|damaged|victim|crazy|irrational", _LABELS,
            "Write what happened, or what is hard."),
    # ------------------------------------------------------------ careless of death and harm
    Avoided("unsafe", r"commit(s|ted|ting)? suicide", "it speaks of death as of a crime",
            'Write "died by suicide".', True),
    Avoided("unsafe", r"commit(s|ted|ting)?", "it reminds of how people speak of suicide",
            'Write "decide on".'),
    Avoided("unsafe", r"(successful|failed|unsuccessful) (suicide|attempt)",
            "no attempt succeeds or fails", 'Write "suicide attempt".', True),
    Avoided("unsafe", r"successful|unsuccessful|failed", "nobody passes or fails here",
            'Write "it went well" or "it was hard".'),
    Avoided("unsafe", r"suicide (epidemic|hotspot)|slit|overdose on", "it names a way or a place",
            "Write that there is help, and how to reach it.", True),
    Avoided("unsafe", r"kill\w*|suicid\w*|self-harm|overdose",
            "an exercise is no place for it; Support is", "Leave it out, and point to Support."),
    Avoided("unsafe", r"don't do it|attention.seeking", "it judges",
            'Write "you matter to people, and help exists".', True),
    # ------------------------------------------------------------ games, guilt, comparing
    Avoided("gaming", r"streaks?|badges?|trophy|trophies|level up|levelled up|leaderboard|rewards?|"
            r"bonus|you (have )?earned|points? earned|high score|daily goal|goal reached|"
            r"challenge yourself|\d+ days in a row|days in a row|congratulations|confetti",
            _GAME, "Write what the person did, in plain words.", True),
    Avoided("gaming", r"points|score[sd]?|you win", _GAME,
            "Write what the person did, in plain words."),
    Avoided("guilt", r"you missed|you forgot|you failed|you gave up|don't give up|no excuses?|"
            r"try harder|you promised|we miss(ed)? you|where have you been|it has been \w+ days|"
            r"be disciplined|disappoint\w*", "it makes people feel guilty",
            'Write "you can begin again at any time".', True),
    Avoided("guilt", r"good job|well done|proud of you|keep it up",
            "praise turns practice into a test",
            'Write "thank you" or "that is enough for now".', True),
    Avoided("comparing", r"than (most|other) (people|users)|better than others|everyone else|"
            r"top \d+ ?%", "it compares people", "Write what this person can notice.", True),
    Avoided("watching", r"we (are watching|can see|monitor) you|"
            r"someone is watching over your ratings", "nobody watches, and it is not for us to say",
            "Write that nothing leaves this laptop.", True),
    Avoided("diagnosing", r"you (have|suffer from) (depression|anxiety|ptsd|a disorder)|"
            r"your disorder|cures?", "this app knows no diagnosis and cures nothing",
            "Write what the person can notice themselves.", True),
    # ------------------------------------------------------------ spelling
    Avoided("American", r"color\w*|center|gray|favorite|neighbor\w*|realize|recognize|behavior",
            "this voice speaks British English",
            'Write the British spelling, such as "colour", "centre" or "grey".'),
)  # fmt: skip
