"""Sheets to draw in tests: every element, in English, Spanish, Arabic, Chinese and Vietnamese. Written for tests only."""

from datetime import date
from decimal import Decimal

from i18n.language import Language
from i18n.runs import Line, Run
from visit import elements as e
from visit.sheet import Section, Sheet, Stamp

LANGUAGES = {
    "en": Language(code="en", tag="en", own_name="English", paper="letter"),
    "es_US": Language(code="es_US", tag="es-US", own_name="Español", paper="letter"),
    "ar": Language(code="ar", tag="ar", own_name="العربية", direction="rtl", is_draft=True),
    "zh_Hans": Language(code="zh_Hans", tag="zh-Hans", own_name="简体中文", fonts=("NotoSansSC", "NotoSans")),
    "vi": Language(code="vi", tag="vi", own_name="Tiếng Việt"),
}

# Each row: en, es, ar, zh, vi. {dose} is replaced by an isolated, strong run.
WORDS = {
    "title": (
        "Your bones and your medicines",
        "Sus huesos y sus medicinas",
        "عظامك وأدويتك",
        "您的骨骼和您的药物",
        "Xương của quý vị và thuốc của quý vị",
    ),
    "key": ("What matters most", "Lo más importante", "أهم ما يجب معرفته", "最重要的事", "Điều quan trọng nhất"),
    "why_key": (
        "This is here because you take warfarin.",
        "Esto está aquí porque usted toma warfarina.",
        "هذا هنا لأنك تتناول الوارفارين.",
        "列出此项是因为您正在服用华法林。",
        "Phần này có ở đây vì quý vị dùng warfarin.",
    ),
    "lead": (
        "Your bones are alive. Old bone is taken away and new bone is built, all through your life.",
        "Sus huesos están vivos. El hueso viejo se retira y se forma hueso nuevo durante toda la vida.",
        "عظامك حية. يُزال العظم القديم ويُبنى عظم جديد طوال حياتك.",
        "您的骨骼是有生命的。旧骨被清除，新骨不断形成，终生如此。",
        "Xương của quý vị là mô sống. Xương cũ được lấy đi và xương mới được tạo ra suốt đời.",
    ),
    "plain": (
        "In Japan, doctors may give a form of vitamin K2 at {dose} each day. This is a medicine dose. It is not the amount in food. Talk with your doctor or pharmacist (they know all your medicines) before you change anything.",
        "En Japón, los médicos pueden recetar una forma de vitamina K2 en dosis de {dose} al día. Es una dosis de medicina. No es la cantidad que hay en la comida. Hable con su médico o farmacéutico (conocen todas sus medicinas) antes de cambiar algo.",
        "في اليابان قد يصف الأطباء نوعًا من فيتامين ك2 بجرعة {dose} كل يوم. هذه جرعة دواء وليست الكمية الموجودة في الطعام. تحدث مع طبيبك أو الصيدلي (فهم يعرفون جميع أدويتك) قبل أن تغيّر أي شيء.",
        "在日本，医生可能会开一种维生素 K2，每天 {dose}。这是药物剂量，不是食物中的含量。在做任何改变之前，请先与您的医生或药剂师（他们了解您所有的药物）商量。",
        "Ở Nhật, bác sĩ có thể kê một dạng vitamin K2 với liều {dose} mỗi ngày. Đây là liều thuốc. Đây không phải là lượng có trong thức ăn. Hãy nói chuyện với bác sĩ hoặc dược sĩ (họ biết mọi thuốc của quý vị) trước khi quý vị thay đổi bất cứ điều gì.",
    ),
    "danger_title": (
        "Vitamin K can change how warfarin works",
        "La vitamina K puede cambiar el efecto de la warfarina",
        "فيتامين ك قد يغيّر مفعول الوارفارين",
        "维生素 K 会影响华法林的作用",
        "Vitamin K có thể làm thay đổi tác dụng của warfarin",
    ),
    "danger": (
        "Do not start vitamin K2 pills or eat natto. Keep eating the same amount of green vegetables. Do not change your warfarin on your own.",
        "No empiece a tomar pastillas de vitamina K2 ni coma natto. Siga comiendo la misma cantidad de verduras verdes. No cambie la warfarina por su cuenta.",
        "لا تبدأ بتناول حبوب فيتامين ك2 ولا تأكل الناتو. استمر في تناول الكمية نفسها من الخضروات الخضراء. لا تغيّر جرعة الوارفارين من تلقاء نفسك.",
        "不要开始服用维生素 K2 药片，也不要吃纳豆。请继续吃同样多的绿叶蔬菜。不要自行改变华法林的用量。",
        "Đừng bắt đầu uống viên vitamin K2 hoặc ăn natto. Hãy tiếp tục ăn cùng một lượng rau xanh. Đừng tự ý thay đổi warfarin.",
    ),
    "note_title": ("Good to know", "Es bueno saberlo", "معلومة مفيدة", "请了解", "Nên biết"),
    "item1": (
        "Eat foods with calcium each day. Aim for {calcium}.",
        "Coma alimentos con calcio cada día. La meta es {calcium}.",
        "تناول أطعمة تحتوي على الكالسيوم كل يوم. الهدف هو {calcium}.",
        "每天吃含钙的食物。目标是 {calcium}。",
        "Ăn thực phẩm có canxi mỗi ngày. Mục tiêu là {calcium}.",
    ),
    "item2": (
        "Walk, climb stairs or dance most days. Your bones grow strong when they carry your weight.",
        "Camine, suba escaleras o baile casi todos los días. Los huesos se fortalecen cuando cargan su peso.",
        "امشِ أو اصعد الدرج أو ارقص معظم الأيام. تقوى عظامك عندما تحمل وزنك.",
        "大多数日子里走路、爬楼梯或跳舞。骨骼在承重时会变得更强壮。",
        "Đi bộ, leo cầu thang hoặc nhảy múa hầu hết các ngày. Xương mạnh lên khi chịu sức nặng của cơ thể.",
    ),
    "item3": (
        "Call 555-0100 if you fall.",
        "Llame al 555-0100 si se cae.",
        "اتصل على \u2066555-0100\u2069 إذا سقطت.",
        "如果您跌倒，请致电 555-0100。",
        "Gọi 555-0100 nếu quý vị bị ngã.",
    ),
    "part": (
        "Steps for this week",
        "Pasos para esta semana",
        "خطوات هذا الأسبوع",
        "本周的步骤",
        "Các bước trong tuần này",
    ),
    "check": (
        "I wrote down all my medicines.",
        "Anoté todas mis medicinas.",
        "كتبت جميع أدويتي.",
        "我写下了所有的药物。",
        "Tôi đã ghi lại mọi thuốc của tôi.",
    ),
    "own": (
        "In your own words: why do you keep your greens the same?",
        "Con sus propias palabras: ¿por qué mantiene igual la cantidad de verduras?",
        "بكلماتك: لماذا تحافظ على كمية الخضروات نفسها؟",
        "用您自己的话说：为什么要吃同样多的绿叶菜？",
        "Bằng lời của quý vị: vì sao giữ nguyên lượng rau xanh?",
    ),
    "term": ("osteoporosis", "osteoporosis", "هشاشة العظام", "骨质疏松症", "loãng xương"),
    "means": (
        "Bones that have become thin and can break more easily.",
        "Huesos que se han vuelto delgados y pueden romperse con más facilidad.",
        "عظام أصبحت رقيقة ويمكن أن تنكسر بسهولة أكبر.",
        "骨骼变薄，更容易折断。",
        "Xương trở nên mỏng và dễ gãy hơn.",
    ),
    "question": (
        "Which food has the most calcium?",
        "¿Qué alimento tiene más calcio?",
        "أي طعام فيه أكبر كمية من الكالسيوم؟",
        "哪种食物含钙最多？",
        "Thực phẩm nào có nhiều canxi nhất?",
    ),
    "milk": ("Milk", "Leche", "الحليب", "牛奶", "Sữa"),
    "rice": ("Rice", "Arroz", "الأرز", "米饭", "Cơm"),
    "apple": ("Apple", "Manzana", "التفاح", "苹果", "Táo"),
    "foods": (
        "Foods and what they give",
        "Alimentos y lo que aportan",
        "أطعمة وما تحتويه",
        "食物与营养",
        "Thực phẩm và chất dinh dưỡng",
    ),
    "food": ("Food", "Alimento", "الطعام", "食物", "Thực phẩm"),
    "serving": ("One serving", "Una porción", "حصة واحدة", "一份", "Một phần"),
    "gives": ("Calcium", "Calcio", "الكالسيوم", "钙", "Canxi"),
    "cup": ("1 cup", "1 taza", "كوب واحد", "1 杯", "1 cốc"),
    "my_medicines": ("My medicines", "Mis medicinas", "أدويتي", "我的药物", "Thuốc của tôi"),
    "medicine": ("Medicine", "Medicina", "الدواء", "药物", "Thuốc"),
    "used_for": ("Used for", "Para qué sirve", "دواعي الاستعمال", "用途", "Dùng để"),
    "how": ("How to take it", "Cómo tomarla", "طريقة الاستعمال", "服用方法", "Cách dùng"),
    "morning": ("Morning", "Mañana", "الصباح", "早晨", "Sáng"),
    "noon": ("Noon", "Mediodía", "الظهر", "中午", "Trưa"),
    "evening": ("Evening", "Tarde", "المساء", "傍晚", "Chiều"),
    "bedtime": ("Bedtime", "Al acostarse", "وقت النوم", "睡前", "Giờ ngủ"),
    "warfarin": (
        "warfarin (Coumadin)",
        "warfarina (Coumadin)",
        "وارفارين (Coumadin)",
        "华法林 (Coumadin)",
        "warfarin (Coumadin)",
    ),
    "clots": ("Keeps blood clots away", "Evita coágulos de sangre", "يمنع جلطات الدم", "防止血栓", "Ngừa cục máu đông"),
    "same_time": (
        "Take it at the same time each day.",
        "Tómela a la misma hora cada día.",
        "تناوله في الوقت نفسه كل يوم.",
        "每天在同一时间服用。",
        "Uống cùng một giờ mỗi ngày.",
    ),
    "tablet": ("1 tablet", "1 tableta", "قرص واحد", "1 片", "1 viên"),
    "studies": (
        "What the studies say",
        "Lo que dicen los estudios",
        "ماذا تقول الدراسات",
        "研究结果",
        "Các nghiên cứu nói gì",
    ),
    "read_icons": (
        "Each person stands for 1 of 100 people. Filled: broke a bone.",
        "Cada figura es 1 de 100 personas. Llena: se rompió un hueso.",
        "كل شكل يمثل شخصًا واحدًا من 100. الممتلئ: كُسر له عظم.",
        "每个人形代表 100 人中的 1 人。实心：发生骨折。",
        "Mỗi hình là 1 trong 100 người. Hình đầy: bị gãy xương.",
    ),
    "with": ("With the medicine", "Con la medicina", "مع الدواء", "用药", "Có thuốc"),
    "without": ("Without it", "Sin ella", "بدون الدواء", "不用药", "Không có thuốc"),
    "out_of": ("{n} out of 100", "{n} de cada 100", "{n} من كل 100", "100 人中 {n} 人", "{n} trong 100"),
    "nutrients": ("My nutrients", "Mis nutrientes", "عناصري الغذائية", "我的营养素", "Chất dinh dưỡng của tôi"),
    "read_bars": (
        "A full bar is the goal for one day.",
        "Una barra llena es la meta para un día.",
        "الشريط الممتلئ هو هدف اليوم.",
        "整条表示一天的目标。",
        "Thanh đầy là mục tiêu trong một ngày.",
    ),
    "low": ("A little low", "Un poco bajo", "منخفض قليلًا", "略低", "Hơi thấp"),
    "unknown": ("Not known", "No se sabe", "غير معروف", "不清楚", "Chưa rõ"),
    "goal_of": ("{have} of {goal}", "{have} de {goal}", "{have} من {goal}", "{have} / {goal}", "{have} trong {goal}"),
    "read_range": (
        "The line shows how sure the study is. If it touches 1, there is no clear difference.",
        "La línea muestra qué tan seguro es el estudio. Si toca el 1, no hay una diferencia clara.",
        "يبين الخط مدى ثقة الدراسة. إذا لامس 1 فلا فرق واضحًا.",
        "线条表示研究的把握程度。碰到 1 就没有明显差别。",
        "Đường kẻ cho biết mức chắc chắn. Nếu chạm 1 thì không có khác biệt rõ.",
    ),
    "made": (
        "Made on November 22, 2026",
        "Hecho el 22 de noviembre de 2026",
        "أُعد في 22 نوفمبر 2026",
        "制作日期：2026年11月22日",
        "Lập ngày 22 tháng 11, 2026",
    ),
    "stamp": (
        "Bone health 1.0, content 3f9a1c22. Reviewed 2026-11. Next review 2027-11.",
        "Salud ósea 1.0, contenido 3f9a1c22. Revisado 2026-11.",
        "صحة العظام 1.0، المحتوى 3f9a1c22. روجع 2026-11.",
        "骨骼健康 1.0，内容 3f9a1c22。",
        "Sức khỏe xương 1.0, nội dung 3f9a1c22.",
    ),
    "picture": (
        "Healthy bone and thin bone",
        "Hueso sano y hueso delgado",
        "عظم سليم وعظم رقيق",
        "健康的骨与变薄的骨",
        "Xương khỏe và xương mỏng",
    ),
    "draft": (
        "This translation is a draft. Read it together with the English.",
        "Borrador.",
        "هذه الترجمة مسودة. اقرأها مع النص الإنجليزي.",
        "草稿。",
        "Bản nháp.",
    ),
}
_ORDER = ("en", "es_US", "ar", "zh_Hans", "vi")


class Writer:
    """Speaks one language of the table above."""

    def __init__(self, code: str) -> None:
        self.language = LANGUAGES[code]
        self._column = _ORDER.index(code)

    def __call__(self, key: str, **filled: str) -> Line:
        amounts = {"dose": self.language.dose(45, "mg"), "calcium": self.language.dose(1200, "mg"), **filled}
        runs: list[Run] = []
        rest = WORDS[key][self._column]
        while "{" in rest:
            before, _, rest = rest.partition("{")
            name, _, rest = rest.partition("}")
            runs += [Run(before), Run(amounts[name], is_strong=True, is_isolated=True)]
        return tuple(run for run in (*runs, Run(rest)) if run.text)


def simple(code: str) -> tuple[e.Element, ...]:
    w = Writer(code)
    return (
        e.Paragraph(w("lead"), is_lead=True),
        e.Paragraph(w("plain")),
        e.Notice(e.Tone.DANGER, w("danger_title"), w("danger")),
        e.Bullets((w("item1"), w("item2"), w("item3"))),
        e.Notice(e.Tone.CAUTION, w("danger_title"), w("danger")),
        e.Heading(3, w("part")),
        e.Steps((w("item1"), w("item2"), w("item3"))),
        e.Notice(e.Tone.NOTE, w("note_title"), w("item2")),
        e.Checks((w("check"), w("item2"))),
        e.WriteLines(w("own"), 2),
        e.Terms(((w("term"), w("means")), (w("milk"), w("lead")))),
        e.Ask(1, w("question"), (w("milk"), w("rice"), w("apple"))),
        e.Ask(2, w("own"), ()),
    )


def grids(code: str) -> tuple[e.Element, ...]:
    w = Writer(code)
    names = ("milk", "rice", "apple")
    doses = [(Run(w.language.dose(n, "mg"), is_isolated=True),) for n in (300, 10, 1200)]
    rows = tuple((w(name), w("cup"), dose) for name, dose in zip(names, doses, strict=True)) * 3
    head = ("medicine", "used_for", "how", "morning", "noon", "evening", "bedtime")
    row = e.PillRow(w("warfarin"), w("clots"), w("same_time"), (None, None, w("tablet"), None))
    other = e.PillRow(w("gives"), w("item1"), w("item2"), (w("tablet"), None, None, w("tablet")))
    return (
        e.PillCard(w("my_medicines"), tuple(w(word) for word in head), (row, other)),
        e.Table(w("foods"), (w("food"), w("serving"), w("gives")), rows),
    )


def charts(code: str) -> tuple[e.Element, ...]:
    w = Writer(code)
    figures = w("goal_of", have=w.language.dose(850, "mg"), goal=w.language.dose(1200, "mg"))
    return (
        e.Figure("healthy-and-thin-bone.svg", w("picture"), WORDS["picture"][_ORDER.index(code)]),
        e.IconArray(
            w("studies"),
            w("read_icons"),
            (e.IconRow(w("with"), 13, 100, w("out_of", n="13")), e.IconRow(w("without"), 19, 100, w("out_of", n="19"))),
            "13 / 100, 19 / 100",
        ),
        e.Bars(
            w("nutrients"),
            w("read_bars"),
            (
                e.Bar(w("gives"), Decimal("0.71"), figures, Decimal("2.08"), w("low")),
                e.Bar(w("milk"), Decimal("1.2"), figures, None, ()),
                e.Bar(w("term"), None, w("unknown")),
            ),
            "0.71",
        ),
        e.Intervals(
            w("studies"),
            w("read_range"),
            Decimal(1),
            (
                e.Interval(w("with"), Decimal("0.62"), Decimal("0.8"), Decimal("1.04"), w("low")),
                e.Interval(w("without"), Decimal("0.40"), Decimal("0.52"), Decimal("0.68"), w("low")),
            ),
            "0.8",
        ),
    )


def sheet(code: str, *parts: str) -> Sheet:
    w = Writer(code)
    makers = {"simple": simple, "grids": grids, "charts": charts}
    titles = {"simple": "key", "grids": "my_medicines", "charts": "studies"}
    sections = tuple(Section(part, w(titles[part]), w("why_key"), makers[part](code)) for part in parts or ("simple",))
    draft = w("draft") if w.language.is_draft else None
    stamp = Stamp(w("stamp"), f"bone-health:1.0:{code}:3f9a1c22", w("made"), draft, date(2026, 11, 22))
    return Sheet(w.language, w("title"), sections, stamp, None)
